using Microsoft.Extensions.Options;

namespace VoldCms.PublicSite.SecurityTxt;

/// <summary>A contact that is no address stops the start: it would be found out by whoever has found a hole.</summary>
internal sealed class SecurityContactOptionsCheck : IValidateOptions<SecurityContactOptions>
{
    private static readonly string[] s_schemes = [Uri.UriSchemeMailto, Uri.UriSchemeHttps, "tel"];

    public ValidateOptionsResult Validate(string? name, SecurityContactOptions options) =>
        options.SecurityContacts.FirstOrDefault(contact => !IsAddress(contact)) is { } wrong
            ? ValidateOptionsResult.Fail(
                $"{SecurityContactOptions.Section}:SecurityContacts has '{wrong}'; expected an address such as mailto:sikkerhet@example.no."
            )
            : ValidateOptionsResult.Success;

    private static bool IsAddress(string contact) =>
        !contact.Any(char.IsWhiteSpace)
        && !contact.Any(char.IsControl)
        && Uri.TryCreate(contact, UriKind.Absolute, out var uri)
        && s_schemes.Contains(uri.Scheme);
}
