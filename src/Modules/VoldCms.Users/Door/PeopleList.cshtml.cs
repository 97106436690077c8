using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using VoldCms.ContentManagement.Localization;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Storage;
using VoldCms.Hosting.Localization;
using VoldCms.Presentation.Admin;
using VoldCms.Users.Accounts;
using VoldCms.Users.Links;
using VoldCms.Users.Mail;
using VoldCms.Users.People;

namespace VoldCms.Users.Door;

/// <summary>The people of a tenant: who works there, in which roles, who is invited.</summary>
internal sealed class PeopleListPage(TenantPeople people, IUnitOfWorkFactory units, DoorHelp help, LinkMail mail) : AdminPageModel
{
    private string _email = "";
    private string _name = "";

    public override Wording Title => T["People"];

    public IReadOnlyList<PersonHere> People { get; private set; } = [];

    public IReadOnlyList<(SecretLink Link, Invitation Invitation)> Invitations { get; private set; } = [];

    /// <summary>A link that has just been made and is to be handed over, this once; null where it went by mail.</summary>
    public string? Link { get; private set; }

    /// <summary>What has become of the mail with the link that has just been made; null while none has.</summary>
    public Delivery? Mailed { get; private set; }

    /// <summary>Whom the mail was for.</summary>
    public string MailedTo { get; private set; } = "";

    /// <summary>The roles that the form was sent with.</summary>
    public ImmutableSortedSet<string> GivenRoles { get; private set; } = [];

    public bool MayInvite => Allows(UserPermissions.ManageUsers);

    public bool MayChange => Allows(UserPermissions.AssignRoles) || Allows(UserPermissions.EditUsers);

    /// <summary>What the door speaks.</summary>
    public static IEnumerable<Culture> Languages => DoorGuard.Languages.Select(Cultures.Find).OfType<Culture>();

    public string ConfirmHref => ReturnPath.With(DoorAddresses.Confirm, Here);

    public DoorField EmailField =>
        new("email", T["E-mail address"], "email", "off")
        {
            Value = _email,
            IsWrong = Problem is not null,
            InputMode = "email",
        };

    public DoorField NameField => new("name", T["Name"], "text", "off") { Value = _name, IsRequired = false };

    protected override Permission? Needs => UserPermissions.ViewUsers;

    protected override bool NeedsProof => true;

    private string Here => Addresses.Page(DoorAddresses.People);

    /// <summary>The roles of somebody who is here.</summary>
    public RoleChoice ChoiceOf(PersonHere person) => ChoiceOf(person.Membership.RoleNames, person.Membership.AccountId);

    /// <summary>The roles of somebody who has these.</summary>
    public RoleChoice ChoiceOf(ImmutableSortedSet<string> has, string whose) =>
        RoleChoice.Of(Configuration.Roles, T, whose, role => new(role, has.Contains(role), MayGive(role)));

    public bool MayGive(string role) => new RoleGiving(Configuration.Roles, Principal).MayGive(role);

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostInviteAsync(string? email, string? name, string[] roles, string? language)
    {
        (_email, _name) = (email?.Trim() ?? "", name?.Trim() ?? "");
        GivenRoles = [.. roles];
        var culture = language is not null && DoorGuard.Languages.Contains(language) ? language : DoorGuard.Languages[0];
        var invited = await WriteAsync(work => people.InviteAsync(work, _email, _name, [.. roles], culture, Stop));
        if (!invited.TryGet(out var secret, out var error))
        {
            return await TellAsync(error);
        }

        await DeliverAsync(secret, _email, link => mail.SendInvitationAsync(_email, culture, link));
        (_email, _name, GivenRoles) = ("", "", []);
        return await TellAsync(null);
    }

    public async Task<IActionResult> OnPostRevokeAsync(string? link)
    {
        var revoked = await WriteAsync(work => people.RevokeInvitationAsync(work, link ?? "", Stop));
        return await GoBackAsync(revoked.Error);
    }

    public async Task<IActionResult> OnPostRolesAsync(string? person, string[] roles)
    {
        // What she may not give or take is not sent along by the form, and stays as it is.
        var kept = (await people.ListAsync(Stop))
            .Where(each => each.Membership.AccountId == person)
            .SelectMany(each => each.Membership.RoleNames)
            .Where(role => !MayGive(role));
        var changed = await WriteAsync(work => people.ChangeRolesAsync(work, person ?? "", [.. roles, .. kept], Stop));
        return await GoBackAsync(changed.Error);
    }

    public async Task<IActionResult> OnPostPersonAsync(string? person, string? @do)
    {
        switch (@do)
        {
            case "end":
                return await GoBackAsync((await WriteAsync(work => people.EndAsync(work, person ?? "", Stop))).Error);
            case "reset" or "reset-all":
                var made = await WriteAsync(work => people.ResetAsync(work, person ?? "", @do == "reset-all", Stop));
                if (made.TryGet(out var secret, out var error))
                {
                    await DeliverResetAsync(secret, person ?? "");
                }

                return await TellAsync(error);
            default:
                return BadRequest();
        }
    }

    private async Task<Result<TResult>> WriteAsync<TResult>(Func<IUnitOfWork, Task<Result<TResult>>> write)
    {
        await using var work = await units.BeginAsync(Stop);
        var result = await write(work);
        if (result.IsSuccess)
        {
            await work.CommitAsync(Stop);
        }

        return result;
    }

    private async Task DeliverResetAsync(string secret, string accountId)
    {
        var person = (await people.ListAsync(Stop)).Single(each => each.Membership.AccountId == accountId);
        var culture = DoorGuard.Languages.Contains(person.Culture) ? person.Culture : T.Culture.Name;
        await DeliverAsync(secret, person.Email, link => mail.SendResetAsync(person.Email, culture, link));
    }

    // A link that goes by mail is its person's alone. Another is shown in the answer to the press, and nowhere else.
    private async Task DeliverAsync(string secret, string address, Func<string, Task<Delivery>> send)
    {
        var link = help.AddressOf(secret, Request);
        (MailedTo, Mailed) = (address, await send(link));
        Link = Mailed == Delivery.Sent ? null : link;
    }

    private async Task<IActionResult> GoBackAsync(Error? error) => error is null ? Redirect(Here) : await TellAsync(error);

    private async Task<IActionResult> TellAsync(Error? error)
    {
        Problem = error?.Code switch
        {
            null => null,
            "user.email" => T["This is no e-mail address."],
            "user.name" => T["A name has at most {0} characters, and none that cannot be seen.", PersonName.MaximumLength],
            "user.role" => T["Choose at least one role."],
            "user.role-above" => T["A role may do what you may not, so you cannot give or take it."],
            "user.last-administrator" => T["This is the last administrator. Make another one first."],
            "user.elsewhere" => T["The account belongs to its person, who works elsewhere too. Only the person can change it."],
            "user.not-found" => T["That person does not work here any more."],
            _ => T["You may not do this."],
        };
        await ReadAsync();
        return Page();
    }

    private async Task ReadAsync()
    {
        People = await people.ListAsync(Stop);
        Invitations = MayInvite ? await people.ListInvitationsAsync(Stop) : [];
    }
}
