using Microsoft.Extensions.DependencyInjection;
using VoldCms.Hosting.Health;
using Xunit.Sdk;

namespace VoldCms.IntegrationTests.Web;

/// <summary>A site that never gets ready ends its tests with a sentence, and not with silence.</summary>
public sealed class SetUpTenantsTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    [Fact]
    public async Task What_runs_is_not_waited_for() => await site.Services.WaitForTenantsAsync(["stavanger"], TimeSpan.Zero);

    [Fact]
    public async Task What_does_not_come_is_told_with_how_far_it_is()
    {
        var waiting = site.Services.WaitForTenantsAsync(["stavanger", "ny", "oslo"], TimeSpan.FromMilliseconds(300));

        var failure = await Assert.ThrowsAsync<FailException>(() =>
            waiting.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken)
        );

        Assert.EndsWith("and not all tenants run: stavanger is Running, ny is Initializing, oslo is not there.", failure.Message);
    }

    [Fact]
    public async Task Nobody_waits_for_a_set_up_that_has_ended()
    {
        site.Services.GetRequiredService<SetUpPass>().End();

        var failure = await Assert.ThrowsAsync<FailException>(() => site.Services.WaitForTenantsAsync(["ny"]));

        Assert.StartsWith("The set-up has ended, ", failure.Message);
    }
}
