using Interactor.Conformance;

return ConformanceProgram.Run(args, Console.Out, Console.Error);
