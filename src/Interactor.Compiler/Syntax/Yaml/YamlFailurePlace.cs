namespace Interactor.Compiler.Syntax.Yaml;

/// <summary>The place that an exception of the scanner or parser is about.</summary>
internal enum YamlFailurePlace
{
    /// <summary>Its first mark: where the construct starts.</summary>
    Start,

    /// <summary>Its second mark: where the construct breaks off.</summary>
    End,

    /// <summary>The exception has no marks: where the scanner stands.</summary>
    Position,
}
