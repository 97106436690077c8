using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Databases;
using VoldCms.Data.Model;
using Xunit;

namespace VoldCms.IntegrationTests.Data.DatabaseBackups;

/// <summary>Every row of a tenant in every table, as text: what must not change when somebody else writes.</summary>
internal static class Dump
{
    public static async Task<string> ReadAsync(IServiceProvider services, Tenant tenant)
    {
        await using var context = services.GetRequiredService<Database>().CreateContext(tenant: null);
        var connection = context.Database.GetDbConnection();
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var dump = new StringBuilder();
        foreach (var entity in context.Model.GetEntityTypes().OrderBy(entity => entity.GetTableName(), StringComparer.Ordinal))
        {
            if (!typeof(ITenantOwned).IsAssignableFrom(entity.ClrType))
            {
                continue;
            }

            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {entity.GetTableName()} WHERE tenant_id = {tenant.Id}";
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            var rows = new List<string>();
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                rows.Add(
                    $"{entity.GetTableName()}: "
                        + $"{string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(column => Format(reader.GetValue(column))))}"
                );
            }

            dump.AppendJoin('\n', rows.Order(StringComparer.Ordinal)).Append('\n');
        }

        return dump.ToString();
    }

    private static string Format(object value) =>
        value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
