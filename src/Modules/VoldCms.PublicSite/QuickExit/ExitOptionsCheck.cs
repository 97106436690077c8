using Microsoft.Extensions.Options;

namespace VoldCms.PublicSite.QuickExit;

/// <summary>A wrong default stops the start: it would be found out by whoever needs it.</summary>
internal sealed class ExitOptionsCheck : IValidateOptions<ExitOptions>
{
    public ValidateOptionsResult Validate(string? name, ExitOptions options) =>
        options.Allows(options.Default)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"{ExitOptions.Section}:Default is '{options.Default}'; "
                    + $"expected an https address on one of the hosts in {ExitOptions.Section}:AllowedHosts."
            );
}
