using Microsoft.EntityFrameworkCore;
using VoldCms.ContentManagement.Auditing;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Databases;
using VoldCms.Data.Model;
using VoldCms.Data.Sql;
using VoldCms.Data.Tenancy;

namespace VoldCms.Data.Writing;

/// <summary>One transaction of one tenant, on one connection.</summary>
internal sealed class UnitOfWork : IUnitOfWork, ITenantDocuments
{
    private readonly Database _database;
    private readonly WriteLease _lease;
    private readonly TenantConfigurations _configurations;
    private readonly ContentStore _content;
    private readonly List<AuditEvent> _audit = [];
    private TenantConfiguration? _configuration;
    private bool _hasChanged;
    private bool _hasChangedPublicly;
    private bool _hasChangedConfiguration;
    private bool _mustReindex;
    private bool _isCommitted;

    public UnitOfWork(
        Tenant tenant,
        Database database,
        WriteLease lease,
        NameNumbers names,
        TenantConfigurations configurations,
        TimeProvider clock
    )
    {
        Tenant = tenant;
        _database = database;
        _lease = lease;
        _configurations = configurations;
        Names = new NameWriter(names, lease.Session, database);
        _content = new ContentStore(
            this,
            new VersionWriter(database, lease.Session, Names, tenant.Id),
            new ItemIndexer(database, lease.Session, Names, tenant.Id),
            clock
        );
    }

    public Tenant Tenant { get; }

    public IContentStore Content => _content;

    public ITenantDocuments Documents => this;

    public SqlSession Session =>
        _isCommitted ? throw new InvalidOperationException("The unit of work is committed; begin another.") : _lease.Session;

    public NameWriter Names { get; }

    public SqlDialect Dialect => _database.Dialect;

    /// <summary>Something of the tenant was written: its version is raised with the commit.</summary>
    /// <param name="isPublic">An anonymous reader can see it: the public version is raised too.</param>
    public void MarkChanged(bool isPublic)
    {
        _hasChanged = true;
        _hasChangedPublicly |= isPublic;
    }

    /// <summary>
    /// A context in this transaction; what it saves counts as a change of the tenant, and as a public one unless every row is
    /// <see cref="INeverPublic"/> or the installation's.
    /// </summary>
    public CmsDbContext CreateContext()
    {
        var context = _database.CreateContext(Tenant.Id, Session.Connection);
        context.Database.UseTransaction(_lease.Transaction);
        context.SavingChanges += (_, _) =>
        {
            foreach (
                var entry in context
                    .ChangeTracker.Entries()
                    .Where(entry => entry.State is not (EntityState.Unchanged or EntityState.Detached))
            )
            {
                MarkChanged(isPublic: entry.Entity is not (INeverPublic or IInstallationOwned));
            }
        };
        return context;
    }

    public async ValueTask<TenantConfiguration> GetConfigurationAsync(CancellationToken cancellationToken) =>
        _configuration ??= _hasChangedConfiguration
            ? await ReadConfigurationAsync(cancellationToken)
            // Nobody else can commit to this tenant meanwhile, so what is committed is what this transaction sees.
            : await _configurations.GetAsync(Tenant.Id, cancellationToken);

    public async ValueTask<string?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var found = await Session.ListAsync(
            TenantSql.Document,
            static row => row.GetString(0),
            cancellationToken,
            new("tenant", Tenant.Id.Value),
            new("name", name)
        );
        return found is [var json] ? json : null;
    }

    public async ValueTask SetAsync(string name, string json, CancellationToken cancellationToken)
    {
        var before = name == SiteSettings.DocumentName ? await GetConfigurationAsync(cancellationToken) : null;
        await Session.ExecuteAsync(
            TenantSql.SetDocument,
            cancellationToken,
            new("tenant", Tenant.Id.Value),
            new("name", name),
            new("json", new JsonParameter(json))
        );
        MarkChanged(isPublic: true);
        _hasChangedConfiguration = true;
        _configuration = null;
        if (before is not null)
        {
            _mustReindex |= ChangesIndex(before.Settings, (await GetConfigurationAsync(cancellationToken)).Settings);
        }
    }

    public void Record(AuditEvent auditEvent) => _audit.Add(auditEvent);

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (_mustReindex)
        {
            await _content.ReindexEverythingAsync(cancellationToken);
        }

        await WriteAuditAsync(cancellationToken);
        if (_hasChanged)
        {
            await Session.ExecuteAsync(
                TenantSql.RaiseVersions,
                cancellationToken,
                new("configuration", _hasChangedConfiguration ? 1 : 0),
                new("public", _hasChangedPublicly ? 1 : 0),
                new("tenant", Tenant.Id.Value)
            );
        }

        try
        {
            await _lease.CommitAsync(cancellationToken);
        }
        catch (System.Data.Common.DbException failure) when (_database.Explain(failure) is { } explained)
        {
            throw explained;
        }

        _isCommitted = true;
        Names.Committed();
        _configurations.Forget(Tenant.Id);
    }

    public ValueTask DisposeAsync() => _lease.DisposeAsync();

    private static bool ChangesIndex(SiteSettings before, SiteSettings after) =>
        before.SortCulture.Name != after.SortCulture.Name
        || before.DefaultCulture != after.DefaultCulture
        || !before.SupportedCultures.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(after.SupportedCultures);

    private async ValueTask<TenantConfiguration> ReadConfigurationAsync(CancellationToken cancellationToken)
    {
        var set = await TenantDocumentReader.ReadAsync(Session, Tenant.Id, cancellationToken);
        return TenantConfiguration.Read(set.ConfigurationVersion + 1, set.Documents);
    }

    private async ValueTask WriteAuditAsync(CancellationToken cancellationToken)
    {
        foreach (var entry in _audit)
        {
            await Session.ExecuteAsync(
                TenantSql.InsertAuditEvent,
                cancellationToken,
                new("tenant", Tenant.Id.Value),
                new("at", entry.AtUtc.UtcTicks),
                new("action", entry.Action),
                new("kind", (int)entry.PrincipalKind),
                new("id", entry.PrincipalId),
                new("name", entry.PrincipalName),
                new("item", entry.ContentItemId?.Value),
                new("version", entry.ContentItemVersionId?.Value),
                new("type", entry.ContentType),
                new("note", entry.Note)
            );
        }
    }
}
