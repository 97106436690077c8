using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Recipes;
using VoldCms.Users.Accounts;

namespace VoldCms.Users.Recipes;

/// <summary>
/// <c>Users</c>: accounts with their password hashes. One that the installation knows already, by id, name or address, belongs to its
/// person and is left as it is: it gets a membership that she has to accept. A password in plain text is never read, and a reset token
/// never stored.
/// </summary>
internal sealed class UsersStep(AccountStore accounts) : IRecipeStep
{
    public string Name => "Users";

    public void Check(RecipeStepCheck check)
    {
        foreach (var element in check.Body.ReadEach("Users"))
        {
            Read(element);
        }
    }

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        foreach (var element in context.Body.ReadEach("Users"))
        {
            if (element.Json.FindIgnoringCase("Password") is not null)
            {
                context.Body.Warn($"{element.Path}.Password", "passwords in plain text are not read; expected PasswordHash");
            }

            var (account, roles) = Read(element);
            var result = await accounts.ImportAsync(context.Work, account, roles, cancellationToken);
            if (!result.TryGet(out var imported, out var error))
            {
                throw RecipeFaultException.From(error, element.Path);
            }

            if (imported.Membership == ImportedMembership.Waiting)
            {
                context.Body.Warn(
                    element.Path,
                    "an account of that id is there already and is left as it is; its roles here count when its person has accepted them"
                );
            }
            else if (imported.Membership == ImportedMembership.OfSomebodyElse)
            {
                context.Body.Warn(
                    element.Path,
                    "another account has that name or address already; it is left as it is and gets no role here: invite its person instead"
                );
            }

            context.Report.Add(imported.Outcome, element.Path, $"user {account.UserName}");
        }
    }

    private static (Account Account, ImmutableArray<string> Roles) Read(RecipeElement element)
    {
        var account = new Account
        {
            AccountId = ReadText("UserId") is { Length: > 0 } id ? id : throw Missing("UserId"),
            UserName = ReadText("UserName") is { Length: > 0 } name ? name : throw Missing("UserName"),
            Email = ReadText("Email"),
            EmailConfirmed = Flag("EmailConfirmed", false),
            PasswordHash = Hash(ReadText("PasswordHash")),
            SecurityStamp = ReadText("SecurityStamp"),
            IsEnabled = Flag("IsEnabled", true),
        };
        return (account, [.. Roles()]);

        string ReadText(string key) =>
            element.Json.FindIgnoringCase(key) switch
            {
                null => "",
                var node when LenientJson.Text(node) is { } text => text,
                var other => throw Wrong(key, other, "a text"),
            };

        bool Flag(string key, bool otherwise) =>
            element.Json.FindIgnoringCase(key) switch
            {
                null => otherwise,
                var node when LenientJson.Boolean(node) is { } flag => flag,
                var node when bool.TryParse(LenientJson.Text(node), out var flag) => flag,
                var other => throw Wrong(key, other, "true or false"),
            };

        IEnumerable<string> Roles() =>
            element.Json.FindIgnoringCase("RoleNames") switch
            {
                null => [],
                JsonArray list => list.Select(
                    (role, index) => LenientJson.Text(role) ?? throw Wrong($"RoleNames[{index}]", role, "the name of a role")
                ),
                var other => throw Wrong("RoleNames", other, "a list of names"),
            };

        // Both of Identity's formats are base64 of a marker byte and at least a salt and a key.
        string Hash(string hash) =>
            hash.Length == 0 || (Convert.TryFromBase64String(hash, new byte[hash.Length], out var length) && length > 40)
                ? hash
                : throw new RecipeFaultException(
                    $"{element.Path}.PasswordHash",
                    "is no password hash; expected the format of ASP.NET Core Identity"
                );

        RecipeFaultException Missing(string key) => new($"{element.Path}.{key}", "is missing; expected a text");

        RecipeFaultException Wrong(string key, JsonNode? node, string expected) =>
            new($"{element.Path}.{key}", $"is {JsonShape.Describe(node)}; expected {expected}");
    }
}
