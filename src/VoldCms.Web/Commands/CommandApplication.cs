using System.Data.Common;
using Microsoft.Extensions.Options;
using VoldCms.ContentManagement.Storage;
using VoldCms.Data.Databases;
using VoldCms.Hosting.Configuration;
using VoldCms.Web.Starting;

namespace VoldCms.Web.Commands;

/// <summary>
/// The application that a command works with, made when the command asks for it: nothing listens, and the log speaks of errors alone. Of a
/// command that is refused nothing stays that making it has made.
/// </summary>
internal sealed class CommandApplication : IAsyncDisposable
{
    private WebApplication? _app;

    /// <summary>With its database up to date. The caller disposes of nothing.</summary>
    /// <exception cref="StartupException">A setting is wrong, or the database cannot be used.</exception>
    public async Task<WebApplication> OpenAsync()
    {
        var app = Build();
        await SiteStart.MigrateAsync(app, isRestore: false);
        return app;
    }

    /// <summary>For a restore: the database is not looked at before <see cref="OpenDatabaseAsync"/>.</summary>
    /// <exception cref="StartupException">A setting is wrong.</exception>
    public WebApplication Build()
    {
        _app = SiteApplication.Build(["--Logging:LogLevel:Default=Error", "--Logging:LogLevel:VoldCms=Error"], new HostLogGate());
        _app.Services.GetRequiredService<IStartupValidator>().Validate();
        return _app;
    }

    /// <summary>Brings the database up to date for a restore: it may be gone, or not be whole.</summary>
    /// <exception cref="StartupException">It cannot be used.</exception>
    public Task OpenDatabaseAsync() => SiteStart.MigrateAsync(_app!, isRestore: true);

    /// <summary>Takes away what has been made where nothing was: the database, unless a tenant is in it, and empty folders.</summary>
    public async Task TakeBackAsync()
    {
        if (_app is not { } app)
        {
            return;
        }

        var data = app.Services.GetRequiredService<DataDirectory>();
        try
        {
            await app.Services.GetRequiredService<DatabaseMigrator>().TakeBackAsync(CancellationToken.None);
        }
        catch (Exception left)
            when (left
                    is StoreUnavailableException
                        or DbException
                        or OptionsValidationException
                        or IOException
                        or UnauthorizedAccessException
            )
        {
            // An empty database stays. Why the command was refused has been said, and that is what its user has to know.
        }

        await app.DisposeAsync();
        data.TakeBack();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;
}
