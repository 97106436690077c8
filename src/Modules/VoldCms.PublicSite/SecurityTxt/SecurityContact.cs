using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;
using VoldCms.Hosting.Addresses;

namespace VoldCms.PublicSite.SecurityTxt;

/// <summary>Whom to tell of a hole: the text of <c>security.txt</c> (RFC 9116). Singleton, thread-safe.</summary>
internal sealed class SecurityContact(IOptions<SecurityContactOptions> options, IOptions<AddressOptions> addresses, TimeProvider clock)
{
    // The standard wants less than a year; whoever has the text from us has it from a site that still runs.
    private const int DaysValid = 180;

    /// <summary>Null when nobody is named.</summary>
    public string? FindText()
    {
        if (options.Value.SecurityContacts is not { Length: > 0 } contacts)
        {
            return null;
        }

        var text = new StringBuilder();
        foreach (var contact in contacts)
        {
            text.Append("Contact: ").Append(contact).Append('\n');
        }

        var expires = clock.GetUtcNow().UtcDateTime.Date.AddDays(DaysValid);
        text.Append("Expires: ").Append(expires.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)).Append('\n');
        text.Append("Preferred-Languages: nb, nn, en\n");
        if (PublicAddress.TryRead(addresses.Value.BaseUrl) is { } address)
        {
            text.Append("Canonical: ").Append(address).Append("/.well-known/security.txt\n");
        }

        return text.ToString();
    }
}
