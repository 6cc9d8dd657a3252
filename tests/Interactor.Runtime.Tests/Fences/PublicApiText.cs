using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Interactor.Runtime.Tests.Fences;

/// <summary>Writes what an assembly shows to others, a line for each type and member, sorted.</summary>
internal static class PublicApiText
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, string> Words = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    public static string Of(Assembly assembly)
    {
        StringBuilder text = new();
        foreach (Type type in assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(Head(type)).Append('\n');
            foreach (string member in Members(type).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Head(Type type)
    {
        string kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => IsReadOnly(type) ? "readonly struct" : "struct",
            _ when typeof(Delegate).IsAssignableFrom(type) => "delegate",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        string[] bases = [.. (type.BaseType is { } parent && IsTold(parent) ? [Name(parent)] : Array.Empty<string>())
            .Concat(type.IsEnum ? [] : type.GetInterfaces().Where(i => i.IsPublic).Select(Name).Order(StringComparer.Ordinal))];
        return $"{kind} {type.Namespace}.{Name(type)}{(bases.Length > 0 ? " : " + string.Join(", ", bases) : "")}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(n => $"{n} = {Convert.ToInt64(Enum.Parse(type, n), CultureInfo.InvariantCulture)}");
        }

        if (typeof(Delegate).IsAssignableFrom(type))
        {
            return [Signature(type.GetMethod("Invoke")!)];
        }

        return type.GetMembers(Declared).Where(m => m.GetCustomAttribute<CompilerGeneratedAttribute>() is null || m is PropertyInfo).Select(Describe).OfType<string>();
    }

    private static string? Describe(MemberInfo member) => member switch
    {
        MethodInfo { IsSpecialName: false } method when IsShown(method) && !method.Name.Contains('<') => Modifiers(method) + Signature(method),
        MethodInfo { IsSpecialName: true } method when IsShown(method) && method.Name.StartsWith("op_", StringComparison.Ordinal) => "static " + Signature(method),
        ConstructorInfo constructor when IsShown(constructor) && !constructor.IsStatic => $"{Access(constructor)}new({Parameters(constructor)})",
        PropertyInfo property => Property(property),
        FieldInfo { IsSpecialName: false } field when field.IsPublic || field.IsFamily =>
            $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{Name(Nullability.Create(field))} {field.Name}",
        EventInfo occurrence when occurrence.AddMethod is { } add && IsShown(add) => $"event {Name(occurrence.EventHandlerType!)} {occurrence.Name}",
        _ => null,
    };

    private static string? Property(PropertyInfo property)
    {
        string[] accessors = [.. new[] { (property.GetMethod, "get"), (property.SetMethod, SetWord(property)) }
            .Where(a => a.Item1 is not null && IsShown(a.Item1))
            .Select(a => Access(a.Item1!) + a.Item2)];
        if (accessors.Length == 0 || property.Name == "EqualityContract")
        {
            return null;
        }

        MethodInfo any = property.GetAccessors(nonPublic: true).First(IsShown);
        string required = property.GetCustomAttribute<RequiredMemberAttribute>() is null ? "" : "required ";
        string index = string.Join(", ", property.GetIndexParameters().Select(p => Name(p.ParameterType)));
        return $"{Modifiers(any).Replace("protected ", "", StringComparison.Ordinal)}{required}{Name(Nullability.Create(property))} {property.Name}{(index.Length > 0 ? $"[{index}]" : "")} {{ {string.Join("; ", accessors)}; }}";
    }

    private static string SetWord(PropertyInfo property) =>
        property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true ? "init" : "set";

    private static string Signature(MethodInfo method)
    {
        string generic = method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(a => a.Name))}>" : "";
        return $"{Name(Nullability.Create(method.ReturnParameter))} {method.Name}{generic}({Parameters(method)})";
    }

    private static string Parameters(MethodBase method)
    {
        string self = method.IsDefined(typeof(ExtensionAttribute), inherit: false) ? "this " : "";
        return self + string.Join(", ", method.GetParameters().Select(Parameter));
    }

    private static string Parameter(ParameterInfo parameter)
    {
        string way = parameter.ParameterType.IsByRef ? (parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ") : "";
        string many = parameter.IsDefined(typeof(ParamArrayAttribute), inherit: false) ? "params " : "";
        string otherwise = parameter.HasDefaultValue ? " = " + (Convert.ToString(parameter.DefaultValue, CultureInfo.InvariantCulture) is { Length: > 0 } value ? value : "default") : "";
        return $"{many}{way}{Name(Nullability.Create(parameter))} {parameter.Name}{otherwise}";
    }

    private static string Modifiers(MethodBase method) =>
        Access(method)
        + (method.IsStatic ? "static " : "")
        + (method.IsAbstract && !method.DeclaringType!.IsInterface ? "abstract " : "")
        + (method is { IsVirtual: true, IsFinal: false, IsAbstract: false } && !method.DeclaringType!.IsSealed ? (IsOverride(method) ? "override " : "virtual ") : "");

    private static bool IsOverride(MethodBase method) => method is MethodInfo info && info.GetBaseDefinition() != info;

    private static string Access(MethodBase method) => method.IsFamily || method.IsFamilyOrAssembly ? "protected " : "";

    private static bool IsShown(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsTold(Type parent) => parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum) && parent != typeof(MulticastDelegate);

    private static bool IsReadOnly(Type type) => type.IsDefined(typeof(IsReadOnlyAttribute), inherit: false);

    private static string Name(NullabilityInfo info)
    {
        Type type = info.Type.IsByRef ? info.Type.GetElementType()! : info.Type;
        string name = type.IsGenericType && Nullable.GetUnderlyingType(type) is null && info.GenericTypeArguments.Length == type.GetGenericArguments().Length && !type.IsNested
            ? $"{Bare(type)}<{string.Join(", ", info.GenericTypeArguments.Select(Name))}>"
            : Name(type);
        bool isNullable = (info.ReadState == NullabilityState.Nullable || info.WriteState == NullabilityState.Nullable) && type is { IsValueType: false, IsGenericParameter: false };
        return isNullable ? name + "?" : name;
    }

    private static string Name(Type type)
    {
        if (type.IsByRef)
        {
            return Name(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Name(underlying) + "?";
        }

        string name = Words.GetValueOrDefault(type) ?? Bare(type);
        string arguments = type.IsGenericType ? $"<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : "";
        return (type is { IsNested: true, IsGenericParameter: false } ? Bare(type.DeclaringType!) + "." : "") + name + arguments;
    }

    private static string Bare(Type type) => type.Name.Split('`')[0];
}
