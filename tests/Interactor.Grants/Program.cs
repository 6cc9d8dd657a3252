return await Interactor.Grants.GrantsProgram.RunAsync(args, Console.Out);
