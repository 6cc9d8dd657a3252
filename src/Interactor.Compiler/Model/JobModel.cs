using Interactor.Compiler.Expressions;

namespace Interactor.Compiler.Model;

/// <summary>How the end of a job is awaited that an action begins.</summary>
public sealed record JobModel
{
    /// <summary>Whether the first answer began a job; null where each does.</summary>
    public TypedExpression? When { get; init; }

    /// <summary>The body of the first answer; its schema is null where none is given.</summary>
    public required ContractModel Started { get; init; }

    /// <summary>How a first answer is read that is XML; null for the generic way.</summary>
    public XmlShapeModel? StartedXml { get; init; }

    /// <summary>How an answer about the job is read that is XML; null for the generic way.</summary>
    public XmlShapeModel? StatusXml { get; init; }

    /// <summary>The body of an answer about the job; its schema is null where none is given.</summary>
    public required ContractModel Status { get; init; }

    /// <summary>Asks about the job.</summary>
    public required RequestModel Request { get; init; }

    /// <summary>Whether the job is done.</summary>
    public required TypedExpression Done { get; init; }

    /// <summary>How the job fails, first match first.</summary>
    public EquatableArray<JobFailureModel> Failures { get; init; }

    public required long EveryMilliseconds { get; init; }

    public required long DeadlineMilliseconds { get; init; }

    /// <summary>Asks for the result; null where the last answer about the job has it.</summary>
    public RequestModel? Result { get; init; }
}

/// <param name="Code">A member of <c>Interactor.Runtime.ErrorCode</c>.</param>
public sealed record JobFailureModel(TypedExpression When, string Code, TypedExpression? Message, TypedExpression? ProviderCode);
