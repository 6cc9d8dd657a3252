using Interactor.Runtime.Http;
using Interactor.Runtime.Json;

namespace Interactor.Runtime.Execution;

/// <summary>Checks an input against its schema before anything is sent.</summary>
internal static class InputValidation
{
    /// <summary>Checks a typed input in its JSON form, unless its C# type says all that its schema says.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/> with every finding.</exception>
    public static void Check<TInput>(JsonContract<TInput> contract, TInput input)
    {
        if (!contract.IsSurelyValid(input))
        {
            using PooledJson json = PooledJson.Rent();
            StreamedParts.Begin();
            try
            {
                contract.Write(json.Writer, input);
                if (!contract.IsValid(json.Written) && StreamedParts.Without(contract.Validate(json.Written), json.Written) is { Count: > 0 } errors)
                {
                    throw Invalid(errors);
                }
            }
            catch (JsonContractException e)
            {
                throw Invalid(e.Errors);
            }
            finally
            {
                StreamedParts.End();
            }
        }
    }

    /// <summary>Checks an input in UTF-8 JSON and reads it.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/> with every finding.</exception>
    public static TInput Read<TInput>(JsonContract<TInput> contract, ReadOnlySpan<byte> utf8) =>
        contract.TryParseValid(utf8, out TInput? input, out IReadOnlyList<ErrorDetail> errors) ? input : throw Invalid(errors);

    private static InteractorException Invalid(IReadOnlyList<ErrorDetail> errors) => new(
        ErrorCode.InputInvalid,
        $"The input is not valid{Findings.Summary(errors)}.")
    {
        Details = errors,
    };
}
