using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace VoldCms.Data.Databases;

/// <summary>Reads <see cref="DatabaseOptions"/> and says in one line what cannot work.</summary>
internal sealed class DatabaseOptionsReader(IConfiguration configuration)
    : IConfigureOptions<DatabaseOptions>,
        IValidateOptions<DatabaseOptions>
{
    private const string ProviderKey = $"{DatabaseOptions.Section}:Provider";
    private const string CapKey = $"{DatabaseOptions.Section}:FilterCountCap";
    private const string VersionsKey = $"{DatabaseOptions.Section}:MaximumVersionsRead";
    private const string ParsedKey = $"{DatabaseOptions.Section}:ParsedDocumentMegabytes";
    private const string TimeoutKey = $"{DatabaseOptions.Section}:WriteTimeout";

    public void Configure(DatabaseOptions options)
    {
        options.ConnectionString = configuration.GetConnectionString("VoldCms") is { Length: > 0 } given ? given : null;
        options.DataDirectory = configuration["VoldCms:DataDirectory"] is { Length: > 0 } directory ? directory : options.DataDirectory;
        options.Provider = Read(ProviderKey, options.Provider, TryProvider, "Sqlite or PostgreSql");
        options.FilterCountCap = Read(CapKey, options.FilterCountCap, TryNumber, "a whole number");
        options.MaximumVersionsRead = Read(VersionsKey, options.MaximumVersionsRead, TryNumber, "a whole number");
        options.ParsedDocumentMegabytes = Read(ParsedKey, options.ParsedDocumentMegabytes, TryNumber, "a whole number");
        options.WriteTimeout = Read(TimeoutKey, options.WriteTimeout, TryTime, "a length of time such as 00:00:30");
    }

    public ValidateOptionsResult Validate(string? name, DatabaseOptions options)
    {
        if (options is { Provider: DatabaseProvider.PostgreSql, ConnectionString: null })
        {
            return ValidateOptionsResult.Fail(
                $"{ProviderKey} is PostgreSql, but ConnectionStrings:VoldCms is not set; expected a connection string."
            );
        }

        if (options.FilterCountCap is < 1 or > 1_000_000)
        {
            return ValidateOptionsResult.Fail($"{CapKey} is {options.FilterCountCap}; expected a number from 1 to 1000000.");
        }

        if (options.MaximumVersionsRead < 1)
        {
            return ValidateOptionsResult.Fail($"{VersionsKey} is {options.MaximumVersionsRead}; expected a number from 1.");
        }

        if (options.ParsedDocumentMegabytes is < 0 or > 4096)
        {
            return ValidateOptionsResult.Fail($"{ParsedKey} is {options.ParsedDocumentMegabytes}; expected a number from 0 to 4096.");
        }

        return options.WriteTimeout <= TimeSpan.Zero
            ? ValidateOptionsResult.Fail($"{TimeoutKey} is {options.WriteTimeout}; expected more than nothing.")
            : ValidateConnectionString(options);
    }

    private static ValidateOptionsResult ValidateConnectionString(DatabaseOptions options)
    {
        try
        {
            _ =
                options.Provider == DatabaseProvider.PostgreSql
                    ? new Npgsql.NpgsqlConnectionStringBuilder(options.ConnectionString).ConnectionString
                    : new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(options.ConnectionString).ConnectionString;
            return ValidateOptionsResult.Success;
        }
        catch (ArgumentException problem)
        {
            return ValidateOptionsResult.Fail($"ConnectionStrings:VoldCms cannot be read for {options.Provider}: {problem.Message}");
        }
    }

    private T Read<T>(string key, T otherwise, TryParse<T> parse, string expected)
    {
        if (configuration[key] is not { Length: > 0 } text)
        {
            return otherwise;
        }

        return parse(text, out var value)
            ? value
            : throw new OptionsValidationException(
                Options.DefaultName,
                typeof(DatabaseOptions),
                [$"{key} is '{text}'; expected {expected}."]
            );
    }

    private delegate bool TryParse<T>(string text, out T value);

    // Numbers are no names: "0" is not Sqlite.
    private static bool TryProvider(string text, out DatabaseProvider provider) =>
        Enum.TryParse(text, ignoreCase: true, out provider) && char.IsLetter(text[0]);

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static bool TryTime(string text, out TimeSpan time) => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out time);
}
