using Interactor.Cli;

using ProcessHost process = new();
int code = await InteractorTool.RunAsync(args, process.Host, process.Cancellation).ConfigureAwait(false);
return process.SignalCode ?? code;
