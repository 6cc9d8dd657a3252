using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Interactor.Runtime.Json.Tokens;

namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary>The four bounds of numbers; exact for any number of digits.</summary>
internal abstract class BoundKeyword : TokenKeyword
{
    private readonly byte[] _bound;

    private readonly long? _integer;

    protected BoundKeyword(KeywordSite site, string rule)
        : base(site.Name, $"must be {rule} {Encoding.UTF8.GetString(site.Number())}", JsonKinds.Number)
    {
        _bound = site.Number();
        _integer = NumberToken.TryInt64(_bound, out long integer) ? integer : null;
    }

    public override bool Accepts(ref Utf8JsonReader reader, ref Evaluation evaluation)
    {
        ReadOnlySpan<byte> token = reader.ValueSpan;
        if (_integer is { } bound && Utf8Parser.TryParse(token, out long value, out int used) && used == token.Length)
        {
            return Accepts(value.CompareTo(bound));
        }

        return Accepts(NumberToken.Compare(NumberToken.Parse(token), NumberToken.Parse(_bound)));
    }

    /// <param name="comparison">Below zero when the value is less than the bound, above when it is greater.</param>
    protected abstract bool Accepts(int comparison);
}
