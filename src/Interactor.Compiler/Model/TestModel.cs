namespace Interactor.Compiler.Model;

/// <summary>An example that is a test: given, expect request, respond with, expect output.</summary>
public sealed record TestModel
{
    public required string Name { get; init; }

    /// <summary>The file and line, for messages.</summary>
    public required string Place { get; init; }

    public required string Action { get; init; }

    /// <summary>A major or full version; null is the newest.</summary>
    public string? Version { get; init; }

    public TestConnectionModel? As { get; init; }

    /// <summary>The time of the call in RFC 3339.</summary>
    public string? Now { get; init; }

    public string? Uuid { get; init; }

    /// <summary>The input as JSON text.</summary>
    public required string Given { get; init; }

    public EquatableArray<TestExchangeModel> Exchanges { get; init; }

    /// <summary>The expected output as JSON text.</summary>
    public string? Output { get; init; }

    /// <summary>The expected pages as JSON texts; null for a test that sees the first one only.</summary>
    public EquatableArray<string>? Pages { get; init; }

    public TestErrorModel? Error { get; init; }
}

/// <summary>The connected account that a test runs as.</summary>
public sealed record TestConnectionModel
{
    public required string Method { get; init; }

    public EquatableArray<TestTokenModel> Tokens { get; init; }

    public EquatableArray<TestPair> Variables { get; init; }

    public EquatableArray<TestPair> Facts { get; init; }
}

/// <summary>A named token and what refreshes it.</summary>
public sealed record TestTokenModel(string Name, string Value, string? Refresh);

public sealed record TestPair(string Name, string Value);

/// <summary>One request that the action must make, and what it gets.</summary>
public sealed record TestExchangeModel(string Place, TestExpectation Expect, TestResponse Respond);

/// <summary>What a request must be; a part that is null is not looked at.</summary>
public sealed record TestExpectation
{
    public string? Method { get; init; }

    public string? Url { get; init; }

    public string? Path { get; init; }

    public EquatableArray<TestPair>? Query { get; init; }

    public EquatableArray<TestPair> Headers { get; init; }

    public EquatableArray<TestPair>? Form { get; init; }

    /// <summary>JSON text; compared by value.</summary>
    public string? Json { get; init; }

    /// <summary>An XML document; compared by what it says, not by how it is written.</summary>
    public string? Xml { get; init; }

    public string? Text { get; init; }
}

public sealed record TestResponse
{
    public int Status { get; init; } = 200;

    public EquatableArray<TestPair> Headers { get; init; }

    public string? Json { get; init; }

    public string? Xml { get; init; }

    public string? Text { get; init; }
}

/// <summary>The error that the action must end with.</summary>
/// <param name="Code">One of the closed set: <c>not_found</c>.</param>
/// <param name="Pointer">The JSON pointer of one of the details.</param>
public sealed record TestErrorModel(string Code, string? Message, string? Pointer, int? Status);
