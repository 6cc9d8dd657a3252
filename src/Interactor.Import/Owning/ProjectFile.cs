using System.Security;
using Interactor.Import.Model;
using Interactor.Import.Naming;
using Interactor.Import.Writing;

namespace Interactor.Import.Owning;

/// <summary>The project that makes a package of a connector's folder.</summary>
public static class ProjectFile
{
    /// <summary>A csproj in which nothing stands that could be left out.</summary>
    /// <param name="runtimeVersion">The version of the package <c>Interactor.Runtime</c>, which brings the compiler.</param>
    public static DefinitionFile Of(ImportedConnector connector, string runtimeVersion)
    {
        string name = string.Join('.', ((string[])[connector.Owner, "connectors", connector.Id]).Select(Pascal));
        string text = connector.Summary is { Length: > 0 } summary ? summary : connector.Name;
        return new DefinitionFile(name + ".csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">

              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Description>{SecurityElement.Escape(Plain(text))}</Description>
              </PropertyGroup>

              <ItemGroup>
                <PackageReference Include="Interactor.Runtime" Version="{runtimeVersion}" />
              </ItemGroup>

            </Project>

            """.ReplaceLineEndings("\n"));
    }

    private static string Pascal(string id) => string.Concat(Words.Of(id).Select(w => char.ToUpperInvariant(w[0]) + w[1..]));

    // Neither XML nor MSBuild takes every character as it is.
    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('$' or '%' or '@' or ';' or '\uFFFE' or '\uFFFF')));
}
