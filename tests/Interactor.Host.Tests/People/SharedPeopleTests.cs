using System.Text.Json;
using Interactor.Host.Executing;
using Interactor.Host.People;
using Interactor.Host.Storage;
using Interactor.Host.Tests.Fakes;
using Interactor.Host.Workspace;
using static Interactor.Host.Tests.Fakes.Browser;

namespace Interactor.Host.Tests.People;

/// <summary>Two hosts that share a PostgreSQL database and a key ring: the same people, counts and records.</summary>
public sealed class SharedPeopleTests(PostgresServer server)
{
    [Fact]
    public async Task People_sessions_and_counts_are_those_of_both()
    {
        string connection = await server.NewDatabaseAsync();
        DirectoryInfo directory = Directory.CreateTempSubdirectory("interactor-host-");
        await using (RunningHost first = await BareHost.StartAsync(directory.FullName, connection: connection))
        await using (RunningHost second = await BareHost.StartAsync(directory.FullName, connection: connection))
        {
            // The second start made the link that counts.
            using Browser ann = await SetUpAsync(second);
            using Browser there = new(first) { Token = ann.Token };
            foreach ((string name, string value) in ann.Cookies)
            {
                there.Cookies[name] = value;
            }

            Is(200, await there.SendAsync(HttpMethod.Get, "/session"));
            using Browser bob = await there.InviteAsync("bob@example.com", "administrator");
            JsonElement[] people = [.. Is(200, await ann.SendAsync(HttpMethod.Get, "/people")).GetProperty("items").EnumerateArray()];
            Assert.Equal(["ann@example.com", "bob@example.com"], people.Select(static person => person.GetProperty("email").GetString()));

            using Browser eve = new(first);
            using Browser eveThere = new(second);
            (int Status, JsonElement Body)[] answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => (i % 2 == 0 ? eve : eveThere).SignInAsync("bob@example.com", "wrong password")));
            Assert.Equal(SignInGuard.MostOfPerson, answers.Count(static answer => answer.Status == 401));

            answers = await Task.WhenAll(
                ann.SendAsync(HttpMethod.Patch, $"/people/{people[1].GetProperty("id").GetString()}", new { role = "viewer" }),
                bob.SendAsync(HttpMethod.Patch, $"/people/{people[0].GetProperty("id").GetString()}", new { role = "viewer" }));
            Assert.Contains(answers, static answer => answer.Status == 200);
            Assert.True(await first.Service<PersonStore>().HasAdministratorAsync(TestContext.Current.CancellationToken));
        }

        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task Every_list_and_change_works_on_it()
    {
        await using RunningHost host = await BareHost.StartAsync(connection: await server.NewDatabaseAsync());
        using Browser ann = await SetUpAsync(host);
        HostEnvironment environment = (await host.Service<EnvironmentStore>().ListAsync(TestContext.Current.CancellationToken))[0];
        string path = "/environments/" + environment.Id;
        ExecutionRecord record = new() { Id = NewId.Of(TimeProvider.System), Environment = environment.Id, Connector = "a/b", Action = "c", StartedAt = 1, Status = 200 };
        await host.Service<ExecutionLog>().AddAsync(record);
        await host.Service<ExecutionLog>().AddAsync(new ExecutionRecord { Id = NewId.Of(TimeProvider.System), Environment = "removed", Connector = "a/b", Action = "c", StartedAt = 1 });
        while (await host.Service<Database>().FindAsync<long>("SELECT COUNT(*) FROM execution", null, TestContext.Current.CancellationToken) == 0)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.Equal(record.Id, Assert.Single(Is(200, await ann.SendAsync(HttpMethod.Get, path + "/executions")).GetProperty("items").EnumerateArray()).GetProperty("id").GetString());
        Assert.Empty(Is(200, await ann.SendAsync(HttpMethod.Get, path + "/executions?connector=a/b&action=c&account=x&code=timeout&failed=true&from=2026-01-01T00:00:00Z&to=2027-01-01T00:00:00Z")).GetProperty("items").EnumerateArray());
        Is(200, await ann.SendAsync(HttpMethod.Get, $"{path}/executions/{record.Id}"));
        Is(200, await ann.SendAsync(HttpMethod.Get, path + "/accounts?connector=a/b&status=active&text=x%25"));
        Is(200, await ann.SendAsync(HttpMethod.Get, path + "/accounts?cursor=WyJhIiwiYiIsImMiXQ"));
        Is(200, await ann.SendAsync(HttpMethod.Get, "/connectors?environment=" + environment.Id));
        Is(409, await ann.SendAsync(HttpMethod.Patch, path, new { name = "Production" }));
        Is(200, await ann.SendAsync(HttpMethod.Patch, path, new { name = "Dev", redirectUrls = (string[])["https://app.example/"] }));
        Is(201, await ann.SendAsync(HttpMethod.Post, path + "/key"));
        Is(201, await ann.SendAsync(HttpMethod.Post, "/organizations", new { name = "acme" }));
        Assert.NotEmpty(Is(200, await ann.SendAsync(HttpMethod.Get, $"/audit?environment={environment.Id}&action=environment.changed&subject=interactor/Dev&from=2026-01-01T00:00:00Z")).GetProperty("items").EnumerateArray());
        Assert.Equal(1, await host.Service<Retention>().SweepAsync(TestContext.Current.CancellationToken));
        Is(204, await ann.SendAsync(HttpMethod.Delete, path + "?confirm=Dev"));
    }
}
