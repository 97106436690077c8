using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Localization;

namespace VoldCms.Users.Mail;

/// <summary>What has become of a link that is to reach somebody by mail.</summary>
internal enum Delivery
{
    /// <summary>The program sends no mail: whoever made the link hands it over.</summary>
    NotSetUp,

    /// <summary>The mail server has taken it.</summary>
    Sent,

    /// <summary>It has not. The link holds all the same.</summary>
    Failed,
}

/// <summary>
/// Mail with a link that is a secret, plain, in the person's language. Whoever sees it on a screen or in a list learns neither what the
/// pages are about nor what the account may do. Singleton, thread-safe.
/// </summary>
internal sealed class LinkMail(Mailer mailer, TextCatalog texts)
{
    /// <param name="address">Whom it is for.</param>
    /// <param name="culture">The person's language.</param>
    /// <param name="link">The whole address.</param>
    public Task<Delivery> SendInvitationAsync(string address, string culture, string link) =>
        SendAsync(
            address,
            culture,
            link,
            "You have been invited to sign in. Open this link to accept:",
            "The link opens once, within seven days. If you do not know what this is, you need do nothing."
        );

    /// <inheritdoc cref="SendInvitationAsync"/>
    public Task<Delivery> SendResetAsync(string address, string culture, string link) =>
        SendAsync(
            address,
            culture,
            link,
            "Open this link to choose a new password:",
            "The link opens once, within 24 hours. If you have not asked for it, tell your administrator."
        );

    private async Task<Delivery> SendAsync(string address, string culture, string link, string before, string after)
    {
        if (!mailer.IsSetUp || address.Length == 0)
        {
            return Delivery.NotSetUp;
        }

        var words = texts.For(Cultures.Find(culture) ?? Cultures.Find(TextCatalog.SourceCulture)!, tenant: null);
        string[] paragraphs = [words["Hello,"].Value, words[before].Value, link, words[after].Value];
        return await mailer.SendAsync(address, words["Your link"].Value, string.Join("\n\n", paragraphs) + "\n")
            ? Delivery.Sent
            : Delivery.Failed;
    }
}
