using System.Net;
using Microsoft.Extensions.Options;

namespace VoldCms.Hosting.Addresses;

/// <summary>A wrong address stops the start.</summary>
internal sealed class AddressOptionsCheck : IValidateOptions<AddressOptions>
{
    public ValidateOptionsResult Validate(string? name, AddressOptions options)
    {
        if (options.BaseUrl is { Length: > 0 } address && PublicAddress.TryRead(address) is null)
        {
            return ValidateOptionsResult.Fail(
                $"{AddressOptions.Section}:BaseUrl is '{address}'; expected an address such as https://hjelp.example.no."
            );
        }

        return options.Proxies.FirstOrDefault(proxy => !IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _)) is { } wrong
            ? ValidateOptionsResult.Fail(
                $"{AddressOptions.Section}:Proxies has '{wrong}'; expected an address such as 10.1.2.3, or a network such as 10.1.0.0/16."
            )
            : ValidateOptionsResult.Success;
    }
}
