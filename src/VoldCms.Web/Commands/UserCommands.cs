using System.CommandLine;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Storage;
using VoldCms.Users.Accounts;

namespace VoldCms.Web.Commands;

/// <summary><c>user create</c>.</summary>
internal static class UserCommands
{
    public static Command Describe(Func<Task<WebApplication>> open) =>
        new("user", "The people who may sign in to a tenant.") { Create(open) };

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
