using System.Text;
using Interactor.Import.Build;

// MSBuild reads lines of the form 'file(line,column): error CODE: text' and shows them as its own.
using StreamWriter output = new(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };
using CancellationTokenSource source = new();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    source.Cancel();
};

try
{
    return BuildImport.Run(BuildRequest.Read(args[0]), output, source.Token);
}
catch (OperationCanceledException)
{
    return 1;
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException)
{
    output.WriteLine($"{args[0]}: error {BuildMessage.Unreadable}: {e.Message}");
    return 1;
}
