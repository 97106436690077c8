using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using VoldCms.ContentManagement.Localization;

namespace VoldCms.Presentation.Admin;

/// <summary>Who works in the admin. Immutable.</summary>
/// <param name="AccountId">What content and audit know her by.</param>
/// <param name="Name">What she calls herself.</param>
/// <param name="Culture">The language that she works in.</param>
/// <param name="IsFresh">Whether she has shown a factor just now, and may change roles and keys.</param>
public sealed record AdminPerson(string AccountId, string Name, Culture Culture, bool IsFresh);

/// <summary>Lets people in to the pages of the admin. A module with accounts gives it. Scoped.</summary>
public interface IAdminDoor
{
    /// <summary>
    /// Finds out who asks, that she has signed in as far as a page of the admin needs, and that a form was sent from the admin itself.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="needsProof">Whether a form of the page counts only from who has shown a factor just now.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<AdminEntry> EnterAsync(HttpContext context, bool needsProof, CancellationToken cancellationToken);
}

/// <summary>What the door says to whoever asks for a page of the admin. A closed set.</summary>
public abstract record AdminEntry
{
    private AdminEntry() { }

    /// <summary>She may go on to the page, which decides what she may do there.</summary>
    public sealed record Entered(AdminPerson Person) : AdminEntry;

    /// <summary>She is answered this instead: sent to sign in, refused.</summary>
    public sealed record Turned(IActionResult Answer) : AdminEntry;
}
