using Interactor.Aot;

return await Checks.RunAsync() ? 0 : 1;
