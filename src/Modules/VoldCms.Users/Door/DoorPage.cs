using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Addresses;
using VoldCms.Hosting.Assets;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Users.Accounts;
using VoldCms.Users.SignIn;

namespace VoldCms.Users.Door;

/// <summary>
/// The page model of every page of the door. Before a handler runs it is known that the request has come to the door's own origin, that a
/// form was sent from there, who asks, and that she has come as far as the page needs.
/// </summary>
internal abstract class DoorPage : PageModel
{
    /// <summary>For the browser's title bar and history: it says nothing of the subject.</summary>
    public abstract Wording Title { get; }

    /// <summary>The texts in the person's language.</summary>
    public Texts T { get; private set; } = null!;

    /// <summary>Who asks; null while nobody has shown a password.</summary>
    public SignedIn? Person { get; private set; }

    /// <summary>Where one is: the host alone.</summary>
    public string HostName => Request.Host.Host;

    /// <summary>This page in the languages of the door, for those who are not known yet.</summary>
    public IEnumerable<(Culture Culture, string Href)> LanguageLinks =>
        DoorGuard
            .Languages.Select(Cultures.Find)
            .OfType<Culture>()
            .Select(culture => (culture, Request.Path.ToUriComponent() + QuestionIn(culture)));

    /// <summary>Where she was going.</summary>
    public string To => ReturnPath.Of(Request.Query["to"]);

    /// <summary>This page, with the way back: where its first form goes, whichever form was sent before.</summary>
    public string Here => ReturnPath.With(Request.Path.ToUriComponent(), To);

    /// <summary>What went wrong with what was sent; null while nothing has.</summary>
    public Wording? Problem { get; protected set; }

    /// <summary>Whether she has shown a factor just now, and may change factors, roles and keys.</summary>
    public bool IsFresh => Service<DoorGuard>().IsFresh(Person);

    /// <summary>How far she has to have come; null where anybody may.</summary>
    protected virtual SessionStage? Needs => SessionStage.Full;

    /// <summary>Whether who has not shown a factor just now is asked for one before a form of the page counts.</summary>
    protected virtual bool NeedsProof => false;

    /// <summary>The account of whoever asks, on a page that needs somebody.</summary>
    public Account Me => Person?.Account ?? throw new InvalidOperationException("This page lets nobody in who is not known.");

    /// <summary>Where the script is that asks a browser for passkeys.</summary>
    public string PasskeyScript => Service<AssetCatalog>().Href("passkey.js");

    /// <summary>What may be typed as the second factor.</summary>
    protected Wording CodeHint =>
        Me.HasCodes ? T["Six digits from the app on your phone, or one of your recovery codes."] : T["One of your recovery codes."];

    protected CancellationToken Stop => HttpContext.RequestAborted;

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        var guard = Service<DoorGuard>();
        if (guard.FindWrongDoor(HttpContext) is { } elsewhere)
        {
            context.Result = elsewhere;
            return;
        }

        Person = await guard.FindPersonAsync(HttpContext, Stop);
        var culture = DoorGuard.ChooseCulture(Request, Person?.Account);
        T = Service<TextCatalog>().For(culture, tenant: null);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture.Formatting;
        if (Needs is { } needed && guard.FindDetour(Request, Person, needed, NeedsProof) is { } detour)
        {
            context.Result = detour;
            return;
        }

        await PrepareAsync();
        await next();
    }

    /// <summary>Makes ready what the page shows whatever comes, before its handler runs.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;

    protected T Service<T>()
        where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();

    /// <summary>What is told to somebody whose step was not done.</summary>
    protected IActionResult Refuse(SignInAnswer result, Wording wrong)
    {
        if (result is SignInAnswer.Wait wait)
        {
            var seconds = Math.Max(1, (long)Math.Ceiling(wait.For.TotalSeconds));
            Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Problem = T.Plural(seconds, "Too many tries. Wait {0} second.", "Too many tries. Wait {0} seconds.");
        }
        else
        {
            Problem = wrong;
        }

        return Page();
    }

    /// <summary>What is wrong with a password that somebody has chosen; null when it may be taken.</summary>
    protected Wording? FindPasswordProblem(string password, params IEnumerable<string> known) =>
        Passwords.FindProblem(password, known) switch
        {
            PasswordProblem.Short => T["The password is too short. It needs at least {0} characters.", Passwords.MinimumLength],
            PasswordProblem.Long => T["The password is too long. It may have {0} characters.", Passwords.MaximumLength],
            PasswordProblem.Guessable => T["The password is easy to guess. Take some words that have nothing to do with each other."],
            _ => null,
        };

    private string QuestionIn(Culture culture) =>
        QueryString
            .Create(To == ReturnPath.Home ? [] : [KeyValuePair.Create<string, string?>("to", To)])
            .Add("lang", culture.Name)
            .ToUriComponent();
}
