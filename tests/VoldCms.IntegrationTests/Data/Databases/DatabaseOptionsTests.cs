using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Databases;
using Xunit;

namespace VoldCms.IntegrationTests.Data.Databases;

/// <summary>A value that cannot work stops the start, with one line that names key, value and what was expected.</summary>
public sealed class DatabaseOptionsTests
{
    [Theory]
    [InlineData("VoldCms:Database:Provider", "MySql", "VoldCms:Database:Provider is 'MySql'; expected Sqlite or PostgreSql.")]
    [InlineData("VoldCms:Database:Provider", "1", "VoldCms:Database:Provider is '1'; expected Sqlite or PostgreSql.")]
    [InlineData(
        "VoldCms:Database:Provider",
        "PostgreSql",
        "VoldCms:Database:Provider is PostgreSql, but ConnectionStrings:VoldCms is not set; expected a connection string."
    )]
    [InlineData("VoldCms:Database:FilterCountCap", "many", "VoldCms:Database:FilterCountCap is 'many'; expected a whole number.")]
    [InlineData("VoldCms:Database:FilterCountCap", "0", "VoldCms:Database:FilterCountCap is 0; expected a number from 1 to 1000000.")]
    [InlineData(
        "VoldCms:Database:ParsedDocumentMegabytes",
        "5000",
        "VoldCms:Database:ParsedDocumentMegabytes is 5000; expected a number from 0 to 4096."
    )]
    [InlineData(
        "VoldCms:Database:WriteTimeout",
        "soon",
        "VoldCms:Database:WriteTimeout is 'soon'; expected a length of time such as 00:00:30."
    )]
    [InlineData("ConnectionStrings:VoldCms", "Nonsense=1", "ConnectionStrings:VoldCms cannot be read for Sqlite: ")]
    public async Task A_wrong_value_is_named(string key, string value, string expected)
    {
        await using var services = StoreFixture.BuildServices(new Dictionary<string, string?> { [key] = value });

        var problem = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<ITenantStore>());

        Assert.StartsWith(expected, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem.Message);
    }

    [Theory]
    [InlineData("sqlite", DatabaseProvider.Sqlite)]
    [InlineData("PostgreSQL", DatabaseProvider.PostgreSql)]
    public async Task The_provider_is_read_ignoring_case(string given, DatabaseProvider expected)
    {
        await using var services = StoreFixture.BuildServices(
            new Dictionary<string, string?>
            {
                ["VoldCms:Database:Provider"] = given,
                ["ConnectionStrings:VoldCms"] = expected == DatabaseProvider.PostgreSql ? "Host=localhost" : null,
            }
        );

        Assert.Equal(expected, services.GetRequiredService<IOptions<DatabaseOptions>>().Value.Provider);
    }
}
