using Interactor.Cli;

using ProcessHost process = new();
return await InteractorTool.RunAsync(args, process.Host, process.Cancellation).ConfigureAwait(false) is var code && process.SignalCode is { } signal ? signal : code;
