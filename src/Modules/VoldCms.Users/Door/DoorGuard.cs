using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Addresses;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Admin;
using VoldCms.Users.Accounts;
using VoldCms.Users.SignIn;

namespace VoldCms.Users.Door;

/// <summary>
/// What holds of every request to the door and to the admin behind it: it has come to their own origin, a form was sent from there, and
/// whoever asks has come as far as the page needs. Scoped.
/// </summary>
internal sealed class DoorGuard(DoorOrigin origin, RequestSession session, Site site, TimeProvider clock) : IAdminDoor
{
    /// <summary>What the door speaks.</summary>
    public static readonly ImmutableArray<string> Languages = ["nb", "nn", "en"];

    /// <inheritdoc/>
    public async ValueTask<AdminEntry> EnterAsync(HttpContext context, bool needsProof, CancellationToken cancellationToken)
    {
        if (FindWrongDoor(context) is { } elsewhere)
        {
            return new AdminEntry.Turned(elsewhere);
        }

        var person = await FindPersonAsync(context, cancellationToken);
        return FindDetour(context.Request, person, SessionStage.Full, needsProof) is { } detour
            ? new AdminEntry.Turned(detour)
            : new AdminEntry.Entered(
                new(person!.Account.AccountId, person.Account.Name, ChooseCulture(context.Request, person.Account), IsFresh(person))
            );
    }

    /// <summary>Where a request goes that has not come to the door's origin, or not from there; null for one that has.</summary>
    public IActionResult? FindWrongDoor(HttpContext context)
    {
        var request = context.Request;
        if (site.Tenant is null && origin.IsHere(request))
        {
            return request.IsReading() || IsSentFromHere(request) ? null : new StatusCodeResult(StatusCodes.Status403Forbidden);
        }

        return request.IsReading() && DoorRoutes.FindDoor(context, origin) is { } door ? new RedirectResult(door) : new NotFoundResult();
    }

    /// <summary>Who asks; null while nobody has shown a password.</summary>
    public Task<SignedIn?> FindPersonAsync(HttpContext context, CancellationToken cancellationToken) =>
        session.FindAsync(context.Request, cancellationToken);

    /// <summary>Whether the person has shown a factor just now.</summary>
    public bool IsFresh(SignedIn? person) => person?.Session.IsFreshAt(clock.GetUtcNow()) == true;

    /// <summary>Where whoever has not come as far as a page needs goes on; null for who has.</summary>
    public IActionResult? FindDetour(HttpRequest request, SignedIn? person, SessionStage needed, bool needsProof)
    {
        var here = request.IsReading() ? ReturnPath.Of(request.Path + request.QueryString) : ReturnPath.Of(request.Path);
        if (person is not { Session.Stage: var stage })
        {
            return new RedirectResult(ReturnPath.With(DoorAddresses.SignIn, here));
        }

        return stage < needed ? GoOn(stage, here)
            : needsProof && !request.IsReading() && !IsFresh(person) ? new RedirectResult(ReturnPath.With(DoorAddresses.Confirm, here))
            : null;
    }

    /// <summary>Where a session that stands at that stage goes on.</summary>
    public static IActionResult GoOn(SessionStage stage, string to) =>
        new RedirectResult(
            stage switch
            {
                SessionStage.Code => ReturnPath.With(DoorAddresses.Code, to),
                SessionStage.Enrolling => ReturnPath.With(DoorAddresses.App, to),
                _ => to,
            }
        );

    /// <summary>The language of a page: the one asked for, the person's own, the browser's.</summary>
    public static Culture ChooseCulture(HttpRequest request, Account? account)
    {
        var own = account?.Culture;
        var asked = request.Query["lang"].ToString();
        var name =
            Languages.Contains(asked) ? asked
            : own is not null && Languages.Contains(own) ? own
            : LanguageNegotiation.Choose(request.Headers.AcceptLanguage, Languages, Languages[0]);
        return Cultures.Find(name) ?? Cultures.Find(Languages[0])!;
    }

    // Beside the form's token: the browser's own word, which no page can write. Old ones say nothing, or the origin alone, which is "null"
    // where a page tells nobody where it is.
    private static bool IsSentFromHere(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] is var said
        && (StringValues.IsNullOrEmpty(said) || said == "same-origin")
        && request.Headers.Origin is var from
        && (StringValues.IsNullOrEmpty(from) || from == "null" || from == $"{request.Scheme}://{request.Host.ToUriComponent()}");
}
