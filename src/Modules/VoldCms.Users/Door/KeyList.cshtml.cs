using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Storage;
using VoldCms.Hosting.Localization;
using VoldCms.Presentation.Admin;
using VoldCms.Users.ApiKeys;

namespace VoldCms.Users.Door;

/// <summary>The keys of programs that may ask a tenant's API: made, shown once, ended.</summary>
internal sealed class KeyListPage(ApiKeyStore keys, IUnitOfWorkFactory units, TimeProvider clock) : AdminPageModel
{
    private static readonly ImmutableArray<int> s_days = [90, 365, 730];

    private string _name = "";
    private string _permissions = "ExecuteGraphQL AccessContentApi";
    private ImmutableArray<string> _roles = [];

    public override Wording Title => T["Keys for programs"];

    public IReadOnlyList<ApiKey> Keys { get; private set; } = [];

    /// <summary>A key that has just been made, this once.</summary>
    public string? Token { get; private set; }

    public string ConfirmHref => ReturnPath.With(DoorAddresses.Confirm, Here);

    /// <summary>How long a key may hold, in days.</summary>
    public IEnumerable<(int Days, Wording Name)> Lifetimes => s_days.Select(days => (days, T.Plural(days, "{0} day", "{0} days")));

    public DoorField NameField =>
        new("name", T["What the program is called"], "text", "off") { Value = _name, IsWrong = Problem is not null };

    public DoorField PermissionsField =>
        new("permissions", T["Permissions beside those of the roles"], "text", "off")
        {
            Value = _permissions,
            Hint = T["By name, parted by blanks, such as ExecuteGraphQL."],
            IsRequired = false,
        };

    public RoleChoice Choice => RoleChoice.Of(Configuration.Roles, T, "key", role => new(role, _roles.Contains(role), MayChange: true));

    protected override Permission? Needs => ApiKeyStore.ManageApiKeys;

    protected override bool NeedsProof => true;

    private string Here => Addresses.Page(DoorAddresses.Keys);

    /// <summary>What a key may.</summary>
    public static string PowersOf(ApiKey key) => string.Join(", ", key.RoleNames.Concat(key.Permissions));

    public bool IsValid(ApiKey key) => key.IsValidAt(clock.GetUtcNow());

    /// <summary>Whether it holds, and when it was last used.</summary>
    public Wording StateOf(ApiKey key) =>
        !IsValid(key) ? T["Holds no more"]
        : key.LastUsedUtc is { } used ? T["Last used {0}", SessionListPage.Moment(used)]
        : T["Never used"];

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostCreateAsync(string? name, string[] roles, string? permissions, int days)
    {
        (_name, _permissions, _roles) = (name?.Trim() ?? "", permissions ?? "", [.. roles]);
        if (!s_days.Contains(days))
        {
            return BadRequest();
        }

        var given = new NewApiKey
        {
            Name = _name,
            RoleNames = _roles,
            Permissions = [.. _permissions.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)],
            ExpiresUtc = clock.GetUtcNow().AddDays(days),
        };
        await using var work = await units.BeginAsync(Stop);
        if ((await keys.CreateAsync(work, given, Stop)).TryGet(out var made, out var error))
        {
            await work.CommitAsync(Stop);
            (Token, _name, _roles) = (made.Token.Reveal(), "", []);
        }

        return await TellAsync(error);
    }

    public async Task<IActionResult> OnPostRevokeAsync(string? key)
    {
        await using var work = await units.BeginAsync(Stop);
        if (!(await keys.RevokeAsync(work, key ?? "", Stop)).TryGet(out _, out var error))
        {
            return await TellAsync(error);
        }

        await work.CommitAsync(Stop);
        return Redirect(Here);
    }

    private async Task<PageResult> TellAsync(Error? error)
    {
        Problem = error switch
        {
            null => null,
            Invalid { Problems: [var first, ..] } when first.Path == "Name" => T["A key needs a name, of at most 100 characters."],
            Invalid { Problems: [var first, ..] } when first.Path == "Permissions" => T[
                "A key needs a role or a permission that there is."
            ],
            { Code: "api-key.not-found" or "api-key.revoked" } => T["The key holds no more."],
            _ => T["You may not do this."],
        };
        await ReadAsync();
        return Page();
    }

    private async Task ReadAsync() => Keys = await keys.ListAsync(Stop);
}
