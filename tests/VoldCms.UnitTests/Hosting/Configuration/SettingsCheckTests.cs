using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.Hosting.Configuration;
using VoldCms.Hosting.Tenancy;
using Xunit;

namespace VoldCms.UnitTests.Hosting.Configuration;

/// <summary>A setting that nobody reads, or that is no value of its kind, stops the start with one line; what is right passes.</summary>
public sealed class SettingsCheckTests
{
    [Theory]
    [InlineData("VoldCms:DataDirectroy=x", "VoldCms:DataDirectroy: unknown setting; did you mean VoldCms:DataDirectory?")]
    [InlineData("VoldCms:PageCache:Megabyte=1", "VoldCms:PageCache:Megabyte: unknown setting; did you mean VoldCms:PageCache:Megabytes?")]
    [InlineData("VoldCms:PageCach:Megabytes=1", "VoldCms:PageCach:Megabytes: unknown setting; did you mean VoldCms:PageCache:Megabytes?")]
    [InlineData("VoldCms:Nothing:Like:It=1", "VoldCms:Nothing:Like:It: unknown setting; expected one that docs/operations.md lists.")]
    [InlineData("VoldCms:DataDirectory:Path=x", "VoldCms:DataDirectory:Path: unknown setting; expected one that docs/operations.md lists.")]
    [InlineData("VoldCms:PageCache=5", "VoldCms:PageCache is '5'; expected settings below it, such as VoldCms:PageCache:Megabytes.")]
    [InlineData(
        "VoldCms:PageCache:Hosts=a",
        "VoldCms:PageCache:Hosts is 'a'; expected settings below it, such as VoldCms:PageCache:Hosts:N."
    )]
    [InlineData(
        "VoldCms:PageCache:Hosts:first=a",
        "VoldCms:PageCache:Hosts:first: unknown setting; expected one that docs/operations.md lists."
    )]
    [InlineData("VoldCsm:DataDirectory=x", "VoldCsm: unknown section of settings; did you mean VoldCms?")]
    [InlineData("Tenant:0:Name=x", "Tenant: unknown section of settings; did you mean Tenants?")]
    [InlineData("Tenants:0:Prefiks=x", "Tenants:0:Prefiks: unknown setting; did you mean Tenants:N:Prefix?")]
    [InlineData(
        "VOLDCMS_DATADIRECTORY=x",
        "VOLDCMS_DATADIRECTORY: unknown setting; in the environment it is called VoldCms__DataDirectory."
    )]
    [InlineData("VoldCms:PageCache:Megabytes=abc", "VoldCms:PageCache:Megabytes is 'abc'; expected a whole number from 0 to 4096.")]
    [InlineData("VoldCms:PageCache:Megabytes=-1", "VoldCms:PageCache:Megabytes is '-1'; expected a whole number from 0 to 4096.")]
    [InlineData("VoldCms:PageCache:Megabytes=", "VoldCms:PageCache:Megabytes is ''; expected a whole number from 0 to 4096.")]
    [InlineData(
        "VoldCms:PageCache:Megabytes=99999999999",
        "VoldCms:PageCache:Megabytes is '99999999999'; expected a whole number from 0 to 4096."
    )]
    [InlineData("VoldCms:PageCache:IsOn=ja", "VoldCms:PageCache:IsOn is 'ja'; expected true or false.")]
    [InlineData("VoldCms:PageCache:Pause=soon", "VoldCms:PageCache:Pause is 'soon'; expected a length of time such as 00:00:30.")]
    [InlineData("VoldCms:PageCache:Name=", "VoldCms:PageCache:Name is ''; expected a text.")]
    public void What_is_wrong_is_told_in_one_line(string setting, string expected) =>
        Assert.Equal(expected, Assert.Throws<StartupException>(() => Run([setting])).Message);

    [Theory]
    [InlineData("VoldCms:DataDirectory=x")]
    [InlineData("voldcms:pagecache:MEGABYTES=64")]
    [InlineData("VoldCms:PageCache:Hosts:0=a")]
    [InlineData("VoldCms:PageCache:Hosts=")]
    [InlineData("VoldCms:PageCache:Pause=00:00:30")]
    [InlineData("Tenants:0:Hosts:1=a")]
    [InlineData("Recipes:Parameters:SiteName=a")]
    [InlineData("Recipes:Parameters:Deep:Down=a")]
    [InlineData("VOLDCMS_SERVICE_HOST=10.0.0.1")]
    [InlineData("RECIPES=/home/somebody")]
    [InlineData("Logging:LogLevel:Default=Error")]
    [InlineData("Somebody:Elses=1")]
    public void What_is_right_or_somebody_elses_passes(string setting) => Run([setting]);

    [Theory]
    [InlineData("--VoldCms:DataDirectroy=x", "--VoldCms:DataDirectroy: unknown setting; did you mean --VoldCms:DataDirectory?")]
    [InlineData("--url=x", "--url: unknown setting; did you mean --urls?")]
    [InlineData("--data-directory x", "--data-directory: unknown setting; expected one that docs/operations.md lists.")]
    [InlineData("--VoldCms=x", "--VoldCms: unknown setting; expected one that docs/operations.md lists.")]
    [InlineData("--urls", "--urls has no value; expected one after it.")]
    [InlineData("-v", "'-v' is not understood; expected settings such as --urls http://localhost:5080, or a command: see --help.")]
    [InlineData(
        "--urls x backup",
        "'backup' is not understood; expected settings such as --urls http://localhost:5080, or a command: see --help."
    )]
    public void A_command_line_that_nobody_would_read_is_told(string line, string expected) =>
        Assert.Equal(expected, Assert.Throws<StartupException>(() => Run([], line.Split(' '))).Message);

    [Theory]
    [InlineData("--urls http://localhost:5080 --VoldCms:DataDirectory=x --Logging:LogLevel:Default Error")]
    [InlineData("--VoldCms= --Tenants:4= --environment=Production --contentRoot=/x --applicationName=VoldCms.Web")]
    public void A_command_line_that_is_read_passes(string line) => Run([], line.Split(' '));

    private static void Run(string[] settings, params string[] commandLine)
    {
        var services = new ServiceCollection();
        services.AddSettings<Options>("VoldCms:PageCache");
        services.AddKnownSettings(new("VoldCms", "DataDirectory"));
        services.AddKnownSettings(new("Tenants", TenantDeclarations.KnownKeys));
        services.AddKnownSettings(new("Recipes", "Parameters:*"));
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings.Select(setting => setting.Split('=', 2)).ToDictionary(pair => pair[0], string? (pair) => pair[1])
            )
            .Build();
        SettingsCheck.Run(services, configuration, commandLine);
    }

    private sealed class Options
    {
        [Range(0, 4096)]
        public int Megabytes { get; set; } = 64;

        public bool IsOn { get; set; }

        public TimeSpan? Pause { get; set; }

        [Required]
        public string Name { get; set; } = "x";

        public IList<string> Hosts { get; } = [];
    }
}
