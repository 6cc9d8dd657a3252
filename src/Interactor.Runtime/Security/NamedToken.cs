namespace Interactor.Runtime.Security;

/// <summary>A token that an answer gives beside the main one, such as that of a person beside that of a bot.</summary>
/// <param name="Name">By what requests ask for it; never <c>main</c>.</param>
/// <param name="Answer">Where the answer has it; <see cref="TokenAnswer.Value"/> is set.</param>
public sealed record NamedToken(string Name, TokenAnswer Answer)
{
    /// <summary>The main token with those that the same answer gives beside it; one that the answer leaves out stays as it was.</summary>
    internal static Token Join(Token main, SecurityMethod method, AnswerReading reading)
    {
        if (method.NamedTokens.Count == 0)
        {
            return main;
        }

        Dictionary<string, Token> others = [];
        foreach (NamedToken named in method.NamedTokens)
        {
            TokenAnswer answer = named.Answer;
            if (reading.Text(answer.Value) is { } value)
            {
                others[named.Name] = new Token
                {
                    Value = value,
                    Refresh = reading.Text(answer.Refresh),
                    ExpiresAt = reading.EndOf(answer),
                    Scopes = ScopeSet.Split(reading.Text(answer.Scopes), method.OAuth?.ScopeSeparator),
                };
            }
        }

        return main with { Others = others };
    }
}
