using System.CommandLine;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Storage;
using VoldCms.Users.Accounts;
using VoldCms.Users.Door;
using VoldCms.Users.People;

namespace VoldCms.Web.Commands;

/// <summary><c>user create</c>, <c>user invite</c> and <c>user reset</c>.</summary>
internal static class UserCommands
{
    public static Command Describe(Func<Task<WebApplication>> open) =>
        new("user", "The people who may sign in.") { Create(open), Invite(open), Reset(open) };

    private static Command Invite(Func<Task<WebApplication>> open)
    {
        var address = new Argument<string>("address") { Description = "The e-mail address of the person." };
        var tenant = new Option<string>("--tenant") { Description = "The tenant that the person is to work for.", Required = true };
        var name = new Option<string>("--name") { Description = "What the person is called." };
        var roles = new Option<string[]>("--role")
        {
            Description = $"A role of the tenant; may be given more than once. {Roles.Administrator} unless given.",
        };
        var culture = new Option<string>("--culture") { Description = "The language that the person works in: nb, nn or en." };
        var command = new Command(
            "invite",
            "Makes an invitation and shows its link, this once. It opens the door once, within a week; "
                + "the first administrator comes in by it."
        )
        {
            address,
            tenant,
            name,
            roles,
            culture,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var app = await open();
                var (found, problem) = await TenantScope.FindAsync(app, parsed.GetRequiredValue(tenant), cancellationToken);
                if (found is null)
                {
                    return CommandLine.Refuse(problem);
                }

                await using var scope = TenantScope.Open(app, found);
                await using var work = await scope.ServiceProvider.GetRequiredService<IUnitOfWorkFactory>().BeginAsync(cancellationToken);
                var invited = await scope
                    .ServiceProvider.GetRequiredService<TenantPeople>()
                    .InviteAsync(
                        work,
                        parsed.GetRequiredValue(address),
                        parsed.GetValue(name) ?? "",
                        parsed.GetValue(roles) is { Length: > 0 } given ? [.. given] : [Roles.Administrator],
                        parsed.GetValue(culture) ?? "nb",
                        cancellationToken
                    );
                if (!invited.TryGet(out var secret, out var error))
                {
                    return CommandLine.Refuse(error.Message);
                }

                await work.CommitAsync(cancellationToken);
                return ShowLink(app, secret);
            }
        );
        return command;
    }

    private static Command Reset(Func<Task<WebApplication>> open)
    {
        var name = new Argument<string>("name") { Description = "The account's user name, e-mail address or id." };
        var factors = new Option<bool>("--factors") { Description = "Takes the app and the recovery codes away too." };
        var command = new Command("reset", "Makes a link for a new password and shows it, this once.") { name, factors };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var app = await open();
                var secret = await app
                    .Services.GetRequiredService<PasswordReset>()
                    .MakeLinkAsync(parsed.GetRequiredValue(name), parsed.GetValue(factors), cancellationToken);
                return secret is null
                    ? CommandLine.Refuse("There is no such account, or more than one; expected a user name, an e-mail address or an id.")
                    : ShowLink(app, secret);
            }
        );
        return command;
    }

    private static int ShowLink(WebApplication app, string secret) =>
        CommandLine.Succeed(app.Services.GetRequiredService<DoorHelp>().AddressOf(secret));

    private static Command Create(Func<Task<WebApplication>> open)
    {
        var name = new Argument<string>("name") { Description = "The user's name, without blanks." };
        var tenant = new Option<string>("--tenant") { Description = "The tenant that the user belongs to.", Required = true };
        var email = new Option<string>("--email") { Description = "The user's address." };
        var roles = new Option<string[]>("--role")
        {
            Description = $"A role of the tenant, such as {Roles.Administrator}; may be given more than once.",
        };
        var generate = new Option<bool>("--generate-password")
        {
            Description = "Makes a password and shows it once, instead of asking for one.",
        };
        var command = new Command(
            "create",
            "Creates a user. The password is asked for, or read as one line from standard input; "
                + "it is never an argument, which a shell would remember."
        )
        {
            name,
            tenant,
            email,
            roles,
            generate,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var app = await open();
                var (found, problem) = await TenantScope.FindAsync(app, parsed.GetRequiredValue(tenant), cancellationToken);
                if (found is null)
                {
                    return CommandLine.Refuse(problem);
                }

                var isGenerated = parsed.GetValue(generate);
                if ((isGenerated ? GeneratedPassword.New() : PasswordInput.Read()) is not { } password)
                {
                    return CommandLine.Refuse("No password was given, or the two differ; say --generate-password to have one made.");
                }

                await using var scope = TenantScope.Open(app, found);
                await using var work = await scope.ServiceProvider.GetRequiredService<IUnitOfWorkFactory>().BeginAsync(cancellationToken);
                var created = await scope
                    .ServiceProvider.GetRequiredService<AccountStore>()
                    .CreateAsync(
                        work,
                        parsed.GetRequiredValue(name),
                        parsed.GetValue(email) ?? "",
                        password,
                        parsed.GetValue(roles) ?? [],
                        cancellationToken
                    );
                if (!created.TryGet(out var account, out var error))
                {
                    return CommandLine.Refuse(error.Message);
                }

                await work.CommitAsync(cancellationToken);
                return CommandLine.Succeed(
                    $"The user '{account.UserName}' of '{found.Name}' is created."
                        + (isGenerated ? $" Password, shown only here: {password}" : "")
                );
            }
        );
        return command;
    }
}
