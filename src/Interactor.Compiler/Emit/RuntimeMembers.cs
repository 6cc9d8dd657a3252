using Interactor.Compiler.Emit.Encoding;

namespace Interactor.Compiler.Emit;

/// <summary>The parameters of generated delegates, by which expressions reach their roots.</summary>
internal static class RuntimeMembers
{
    public const string Input = "i";
    public const string Context = "context";
    public const string Request = "r";
    public const string Unsigned = "unsigned";
    public const string Response = "response";
    public const string Frame = "frame";
    public const string FrameInput = "frame.Input";
    public const string Item = "item";
    public const string Output = "output";
    public const string Job = "job";
    public const string JobInput = "job.Input";
    public const string JobStarted = "job.Started";
    public const string JobLast = "job.Last";
    public const string JobStatus = "job.Status";
    public const string Page = "context.Page";
    public const string Variables = "context.Variables";
    public const string Account = "context.Account";

    /// <summary>A member found by name at run time: <c>.Text("site")</c>.</summary>
    public static string Lookup(string method, string name) => $".{method}({CSharpLiteral.String(name)})";
}
