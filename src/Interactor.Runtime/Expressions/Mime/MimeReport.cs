namespace Interactor.Runtime.Expressions.Mime;

/// <summary>Refuses input of a message. The message names the part and never its value.</summary>
internal sealed class MimeReport(ExpressionPlace place)
{
    public InteractorException Failure(string part, string reason) => new(ErrorCode.InputInvalid, $"{place.Text}: {part} {reason}.");

    /// <summary>Text that stands in a header: a line break would start a header of the sender's choosing.</summary>
    public string HeaderText(string part, string text)
    {
        foreach (char c in text)
        {
            if (c is '\r' or '\n')
            {
                throw Failure(part, "has a line break, which no header may have");
            }

            if (char.IsControl(c) && c != '\t')
            {
                throw Failure(part, "has a control character, which no header may have");
            }
        }

        return text;
    }
}
