namespace Interactor.Compiler.Schemas.Dialects;

/// <summary>The vocabularies of 2019-09 and 2020-12. Earlier dialects are as if they had them all.</summary>
[Flags]
internal enum Vocabularies
{
    None = 0,
    Core = 1,
    Applicator = 2,
    Unevaluated = 4,
    Validation = 8,
    MetaData = 16,
    Format = 32,
    Content = 64,
    OpenApi = 128,
    All = 255,
}
