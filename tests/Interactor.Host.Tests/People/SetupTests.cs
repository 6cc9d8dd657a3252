using System.Text.Json;
using Interactor.Host.People;
using Interactor.Host.Storage;
using Interactor.Host.Tests.Fakes;
using static Interactor.Host.Tests.Fakes.Browser;

namespace Interactor.Host.Tests.People;

/// <summary>Links that are good once: of the first start, of invitations, for new passwords.</summary>
public sealed class SetupTests
{
    [Fact]
    public async Task The_first_start_gives_a_link_that_is_good_once()
    {
        await using RunningHost host = await BareHost.StartAsync();
        string secret = SecretOf(host.Application.SetupUrl!.AbsoluteUri);
        using Browser ann = await SetUpAsync(host);
        Assert.Equal("administrator", Is(200, await ann.SendAsync(HttpMethod.Get, "/session")).GetProperty("person").GetProperty("role").GetString());

        using Browser eve = new(host);
        Is(410, await eve.SendAsync(HttpMethod.Post, "/setup", new { link = secret, email = "eve@example.com", name = "Eve", password = Password }));
        Is(410, await eve.SendAsync(HttpMethod.Post, "/setup", new { link = "' OR 1=1 --", email = "eve@example.com", name = "Eve", password = Password }));
        Assert.DoesNotContain(host.Log.Lines, line => line.Text.Contains(secret, StringComparison.Ordinal) || line.Text.Contains(Password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_many_that_use_a_link_at_once_one_gets_in()
    {
        await using RunningHost host = await BareHost.StartAsync();
        string secret = SecretOf(host.Application.SetupUrl!.AbsoluteUri);
        using Browser browser = new(host);
        (int Status, JsonElement Body)[] answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            browser.SendAsync(HttpMethod.Post, "/setup", new { link = secret, email = $"p{i}@example.com", name = "P", password = Password })));

        Assert.Single(answers, static answer => answer.Status == 201);
        Assert.Equal(5, answers.Count(static answer => answer.Status == 410));
        Assert.Single(await host.Service<PersonStore>().ListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_link_ends_with_its_time_and_with_the_next_start()
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("interactor-host-");
        ShiftedClock clock = new();
        string late;
        await using (RunningHost host = await BareHost.StartAsync(directory.FullName, clock))
        {
            string first = SecretOf(host.Application.SetupUrl!.AbsoluteUri);
            clock.Shift = PersonLinks.SetupLifetime + TimeSpan.FromMinutes(1);
            using Browser browser = new(host);
            Is(410, await browser.SendAsync(HttpMethod.Post, "/setup", new { link = first, email = "ann@example.com", name = "Ann", password = Password }));
            clock.Shift = TimeSpan.Zero;
            late = first;
        }

        await using (RunningHost host = await BareHost.StartAsync(directory.FullName, clock))
        {
            using Browser browser = new(host);
            Is(410, await browser.SendAsync(HttpMethod.Post, "/setup", new { link = late, email = "ann@example.com", name = "Ann", password = Password }));
            using Browser ann = await SetUpAsync(host);
        }

        await using (RunningHost host = await BareHost.StartAsync(directory.FullName, clock))
        {
            Assert.Null(host.Application.SetupUrl);
        }

        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task A_setup_link_is_over_when_somebody_became_administrator_otherwise()
    {
        await using RunningHost host = await BareHost.StartAsync();
        PersonStore people = host.Service<PersonStore>();
        Assert.True(await people.AddAsync(people.New("ann@example.com", "Ann", Role.Administrator, passwordHash: null), TestContext.Current.CancellationToken));

        using Browser eve = new(host);
        Is(410, await eve.SendAsync(HttpMethod.Post, "/setup", new { link = SecretOf(host.Application.SetupUrl!.AbsoluteUri), email = "eve@example.com", name = "Eve", password = Password }));
        Assert.Single(await people.ListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_start_that_nobody_sees_leaves_the_setup_link_as_it_is()
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("interactor-host-");
        string secret;
        await using (RunningHost host = await BareHost.StartAsync(directory.FullName))
        {
            secret = SecretOf(host.Application.SetupUrl!.AbsoluteUri);
        }

        await using (RunningHost host = await RunningHost.StartAsync(directory.FullName, configure: static settings => new HostSettings { DataDirectory = settings.DataDirectory, IsDevelopment = true, OffersSetup = false }))
        {
            Assert.Null(host.Application.SetupUrl);
            using Browser ann = new(host);
            Is(201, await ann.SendAsync(HttpMethod.Post, "/setup", new { link = secret, email = "ann@example.com", name = "Ann", password = Password }));
        }

        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task A_link_to_a_new_password_makes_no_database()
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("interactor-host-");
        HostSettings settings = new() { DataDirectory = Path.Combine(directory.FullName, "typo") };
        HostException none = await Assert.ThrowsAsync<HostException>(() => PasswordLink.CreateAsync(settings, cancellationToken: TestContext.Current.CancellationToken));
        Assert.StartsWith("There is no database", none.Message, StringComparison.Ordinal);
        Assert.Empty(directory.GetFileSystemInfos());
        directory.Delete();
    }

    [Fact]
    public async Task Whoever_runs_the_host_makes_a_link_to_a_new_password()
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("interactor-host-");
        await using (RunningHost host = await BareHost.StartAsync(directory.FullName))
        {
            using Browser ann = await SetUpAsync(host);
        }

        HostSettings settings = new() { DataDirectory = directory.FullName, PublicUrl = new Uri("https://host.example") };
        PasswordLink link = await PasswordLink.CreateAsync(settings, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("ann@example.com", link.Email);
        Assert.StartsWith("https://host.example/setup/", link.Url.AbsoluteUri, StringComparison.Ordinal);
        await Assert.ThrowsAsync<HostException>(() => PasswordLink.CreateAsync(settings, "nobody@example.com", TestContext.Current.CancellationToken));

        await using (RunningHost host = await BareHost.StartAsync(directory.FullName))
        {
            using Browser ann = new(host);
            Is(201, await ann.SendAsync(HttpMethod.Post, "/setup", new { link = SecretOf(link.Url.AbsoluteUri), password = "another long password" }));
            Is(200, await ann.SignInAsync("ann@example.com", "another long password"));
            JsonElement made = Is(200, await ann.SendAsync(HttpMethod.Get, "/audit?action=person.password_link_created")).GetProperty("items")[0];
            Assert.Equal("system", made.GetProperty("actorKind").GetString());
        }

        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task A_new_password_ends_the_links_to_another_one()
    {
        await using RunningHost host = await BareHost.StartAsync();
        using Browser ann = await SetUpAsync(host);
        string id = Is(200, await ann.SendAsync(HttpMethod.Get, "/session")).GetProperty("person").GetProperty("id").GetString()!;
        string secret = SecretOf(Is(201, await ann.SendAsync(HttpMethod.Post, $"/people/{id}/password-link")).GetProperty("url").GetString()!);
        Is(200, await ann.SendAsync(HttpMethod.Put, "/session/password", new { current = Password, @new = "another long password" }));
        Is(410, await ann.SendAsync(HttpMethod.Post, "/setup", new { link = secret, password = "a third long password" }));
    }

    [Fact]
    public async Task The_page_asks_and_says_what_is_wrong_without_a_script()
    {
        await using RunningHost host = await BareHost.StartAsync();
        Uri url = host.Application.SetupUrl!;
        using HttpResponseMessage page = await host.Http.GetAsync(url, TestContext.Current.CancellationToken);
        Assert.StartsWith("default-src 'none'", page.Headers.GetValues("content-security-policy").Single(), StringComparison.Ordinal);
        Assert.Contains("name=\"email\"", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        (int status, string text) = await SubmitAsync(host, url, ("email", "<script>@example.com"), ("name", "\"><b>"), ("password", "short"), ("again", "short"));
        Assert.Equal(422, status);
        Assert.Contains("12 characters", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("short\"", text, StringComparison.Ordinal);
        Assert.Equal(422, (await SubmitAsync(host, url, ("email", "ann@example.com"), ("name", "Ann"), ("password", Password), ("again", "another password"))).Status);
        Assert.Equal(200, (await SubmitAsync(host, url, ("email", "ann@example.com"), ("name", "Ann"), ("password", Password), ("again", Password))).Status);
        Assert.Equal(410, (await SubmitAsync(host, url, ("email", "eve@example.com"), ("name", "Eve"), ("password", Password), ("again", Password))).Status);
        using HttpResponseMessage over = await host.Http.GetAsync(url, TestContext.Current.CancellationToken);
        Assert.Equal(410, (int)over.StatusCode);
    }

    [Fact]
    public async Task An_invitation_makes_the_person_and_the_role_that_it_names()
    {
        await using RunningHost host = await BareHost.StartAsync();
        using Browser ann = await SetUpAsync(host);
        JsonElement link = Is(201, await ann.SendAsync(HttpMethod.Post, "/invitations", new { email = "Bob@Example.com", role = "viewer" }));
        Assert.Equal("bob@example.com", Is(200, await ann.SendAsync(HttpMethod.Get, "/invitations")).GetProperty("items")[0].GetProperty("email").GetString());

        using Browser bob = new(host);
        JsonElement joined = Is(201, await bob.SendAsync(
            HttpMethod.Post, "/setup", new { link = SecretOf(link.GetProperty("url").GetString()!), email = "eve@example.com", name = "Bob", password = Password }));
        Assert.Equal(("bob@example.com", "viewer"), (joined.GetProperty("email").GetString(), joined.GetProperty("role").GetString()));
        Is(409, await ann.SendAsync(HttpMethod.Post, "/invitations", new { email = "bob@example.com", role = "viewer" }));

        string taken = Is(201, await ann.SendAsync(HttpMethod.Post, "/invitations", new { email = "carl@example.com", role = "viewer" })).GetProperty("url").GetString()!;
        string id = Is(200, await ann.SendAsync(HttpMethod.Get, "/invitations")).GetProperty("items")[0].GetProperty("id").GetString()!;
        Is(204, await ann.SendAsync(HttpMethod.Delete, "/invitations/" + id));
        Is(410, await bob.SendAsync(HttpMethod.Post, "/setup", new { link = SecretOf(taken), name = "Carl", password = Password }));
    }

    [Fact]
    public async Task A_password_link_changes_the_password_and_ends_the_sessions()
    {
        await using RunningHost host = await BareHost.StartAsync();
        using Browser ann = await SetUpAsync(host);
        using Browser bob = await ann.InviteAsync("bob@example.com", "developer");
        string id = Is(200, await bob.SendAsync(HttpMethod.Get, "/session")).GetProperty("person").GetProperty("id").GetString()!;
        string secret = SecretOf(Is(201, await ann.SendAsync(HttpMethod.Post, $"/people/{id}/password-link")).GetProperty("url").GetString()!);

        using Browser again = new(host);
        Is(201, await again.SendAsync(HttpMethod.Post, "/setup", new { link = secret, password = "another long password" }));
        Is(410, await again.SendAsync(HttpMethod.Post, "/setup", new { link = secret, password = "a third long password" }));
        Is(401, await bob.SendAsync(HttpMethod.Get, "/session"));
        Is(401, await again.SignInAsync("bob@example.com"));
        Is(200, await again.SignInAsync("bob@example.com", "another long password"));
    }

    [Fact]
    public async Task The_database_has_neither_the_secret_of_a_link_nor_a_password()
    {
        await using RunningHost host = await BareHost.StartAsync();
        string secret = SecretOf(host.Application.SetupUrl!.AbsoluteUri);
        string rows = string.Join('\n', await host.Service<Database>().ListAsync<string>("SELECT id || hash FROM person_link", null, TestContext.Current.CancellationToken));
        Assert.NotEmpty(rows);
        Assert.DoesNotContain(secret, rows, StringComparison.Ordinal);
        using Browser ann = await SetUpAsync(host);
        Assert.DoesNotContain("canary", (await host.Service<Database>().FindAsync<string>("SELECT password FROM person", null, TestContext.Current.CancellationToken))!, StringComparison.Ordinal);
    }

    private static async Task<(int Status, string Text)> SubmitAsync(RunningHost host, Uri url, params (string Name, string Value)[] fields)
    {
        using HttpResponseMessage answer = await host.Http.PostAsync(
            url, new FormUrlEncodedContent(fields.Select(static field => KeyValuePair.Create(field.Name, field.Value))), TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
