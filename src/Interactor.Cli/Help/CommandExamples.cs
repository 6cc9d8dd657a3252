using System.CommandLine;

namespace Interactor.Cli.Help;

/// <summary>The examples that the help of each command ends with.</summary>
internal static class CommandExamples
{
    private static readonly (string Command, string[] Examples)[] All =
    [
        (CommandPath.Tool,
        [
            "interactor new weather",
            "interactor check weather",
            "interactor test weather",
            "interactor run weather item.get --sandbox --input '{\"id\":\"42\"}'",
        ]),
        ("new",
        [
            "interactor new weather",
            "interactor new acme-crm --owner acme --output connectors/acme-crm",
        ]),
        ("import",
        [
            "interactor import openapi stripe.json --output connectors/stripe",
            "interactor import powerplatform certified-connectors/Acme --output connectors/acme",
            "interactor import auth-providers providers.yaml --output connectors --only github --only jira",
        ]),
        ("openapi",
        [
            "interactor import openapi stripe.json --output connectors/stripe",
            "interactor import openapi api.yaml --output connectors/crm --id crm --owner acme --include 'contacts.*' --exclude '/admin/*'",
            "interactor import openapi api.yaml --output connectors/crm --server https://crm.acme.example --report import.json",
        ]),
        ("powerplatform",
        [
            "interactor import powerplatform certified-connectors/Acme --output connectors/acme --owner acme",
        ]),
        ("auth-providers",
        [
            "interactor import auth-providers providers.yaml --output connectors",
            "interactor import auth-providers providers.yaml --output connectors --only github --only jira",
        ]),
        ("check",
        [
            "interactor check connectors",
            "interactor check connectors/gmail connectors/jira --format sarif > findings.sarif",
        ]),
        ("build",
        [
            "interactor build connectors/gmail --output generated",
            "interactor build connectors/gmail --output generated --namespace Acme.Mail",
        ]),
        ("test",
        [
            "interactor test connectors",
            "interactor test connectors/gmail --filter draft",
        ]),
        ("run",
        [
            "interactor run connectors/github repo.get --sandbox --input '{\"owner\":\"octocat\",\"repo\":\"hello-world\"}'",
            "INTERACTOR_TOKEN=… interactor run connectors/github repo.get --input @repo.json",
            "echo '{\"jql\":\"project = ABC\"}' | interactor run connectors/jira issue.search --input - --set site=acme --set email=ann@acme.example",
        ]),
        ("sandbox",
        [
            "interactor sandbox connectors/gmail",
            "interactor sandbox connectors --port 5400",
        ]),
        ("backup",
        [
            "interactor host backup --output monday.zip",
            "INTERACTOR_BACKUP_PASSPHRASE=… interactor host backup --data /var/lib/interactor --with-keys --output monday.zip",
        ]),
        ("restore",
        [
            "interactor host restore monday.zip --data restored --with-keys",
            "INTERACTOR_CONNECTION='Host=db;Username=interactor;…' interactor host restore monday.zip --replace",
        ]),
        ("password-link",
        [
            "interactor host password-link ann@acme.example --data /var/lib/interactor --public-url https://connect.acme.example",
        ]),
        ("mcp",
        [
            "interactor mcp connectors/gmail --account me",
            "interactor mcp connectors --data ~/.interactor --environment Production --production --effect read",
            "INTERACTOR_HOST_KEY=ik_… interactor mcp --url https://connect.acme.example --connector gmail",
        ]),
    ];

    public static IReadOnlyList<string> Of(Command command) =>
        Array.Find(All, entry => entry.Command == (command is RootCommand ? CommandPath.Tool : command.Name)).Examples ?? [];
}
