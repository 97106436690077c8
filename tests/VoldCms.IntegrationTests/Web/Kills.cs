using System.Globalization;

namespace VoldCms.IntegrationTests.Web;

/// <summary>How often a test of kills kills: a few times here, dozens of times in the trial (<c>tests/trials/kills.sh</c>).</summary>
internal static class Kills
{
    private const string Variable = "VOLDCMS_TRIAL_KILLS";

    public static int Count { get; } =
        int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && count > 0
            ? count
            : 3;
}
