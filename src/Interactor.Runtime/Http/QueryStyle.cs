namespace Interactor.Runtime.Http;

/// <summary>How a list or an object is written in a query (OpenAPI 3.1, Parameter Object, <c>style</c>).</summary>
public enum QueryStyle
{
    /// <summary><c>a=1&amp;a=2</c> with explode, <c>a=1,2</c> without.</summary>
    Form,

    /// <summary><c>a=1%202</c>; like <see cref="Form"/> with explode.</summary>
    SpaceDelimited,

    /// <summary><c>a=1%7C2</c>; like <see cref="Form"/> with explode.</summary>
    PipeDelimited,

    /// <summary><c>a%5Bkey%5D=value</c>, a bracket for each level; an item of a list stands under its index.</summary>
    DeepObject,
}
