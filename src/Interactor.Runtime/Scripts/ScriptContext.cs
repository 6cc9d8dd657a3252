namespace Interactor.Runtime;

/// <summary>What a script in C# gets beside its argument. There are no variables in it: a script knows the secrets that it is given as arguments, and no others.</summary>
public sealed class ScriptContext
{
    private readonly ActionContext _context;

    internal ScriptContext(ActionContext context) => _context = context;

    /// <summary>The time of the attempt, the same that <c>env.now</c> is in expressions; a test can set it.</summary>
    public DateTimeOffset Now => _context.Now;

    /// <summary>A UUID (RFC 9562) of the attempt, the same that <c>env.uuid</c> is in expressions.</summary>
    public string Uuid => _context.Uuid;
}
