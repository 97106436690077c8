using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Computing;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Results;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Execution;

namespace VoldCms.ContentApi.Requests;

/// <summary>What the resolvers of one request share. Used by one resolver at a time.</summary>
internal sealed class ApiRequest
{
    private readonly ContentReader _reader;
    private readonly Computations _computations;
    private readonly IServiceProvider _services;

    public ApiRequest(
        ApiSchema schema,
        ContentReader reader,
        Computations computations,
        Principal principal,
        string root,
        IServiceProvider services
    )
    {
        _reader = reader;
        _computations = computations;
        _services = services;
        Schema = schema;
        Principal = principal;
        Root = root;
        Items = new ItemLoader(this);
    }

    public ApiSchema Schema { get; }

    public Principal Principal { get; }

    /// <summary>The address of the site, without a slash at the end; for the addresses of its files.</summary>
    public string Root { get; }

    /// <summary>Items by id, a level at a time.</summary>
    public ItemLoader Items { get; private set; }

    /// <summary>Which ids name something that the principal may see.</summary>
    public required VisiblePicks Links { get; init; }

    /// <summary>When the clock alone may change the answer; null when only content can.</summary>
    public DateTimeOffset? ValidUntil { get; private set; }

    public static ApiRequest Of(FieldBatch batch) =>
        batch.RequestState as ApiRequest ?? throw new InvalidOperationException("The request was not made by the content API.");

    /// <summary>A service of the request's scope, made when the first field asks for it.</summary>
    public T Service<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Content has changed: what was read before is read anew.</summary>
    public void Forget() => Items = new ItemLoader(this);

    public bool Allows(Permission permission) => new Authorizer(Schema.Configuration.Roles).Allows(Principal, permission);

    /// <summary>Reads a page, as far as the principal may see it.</summary>
    /// <exception cref="GraphQLException">
    /// The state needs a permission that is lacking, a path is not for this principal, or the request has read as much as one may.
    /// </exception>
    public ValueTask<ContentPage> ListAsync(ContentQuery query, CancellationToken cancellationToken) =>
        WithinAsync(() => _reader.ListAsync(query, cancellationToken));

    /// <summary>Filters and orders items that have been read.</summary>
    /// <exception cref="GraphQLException">A path is not for this principal.</exception>
    public async ValueTask<ImmutableArray<ContentItem>> SelectAsync(
        IReadOnlyList<ContentItem> items,
        ContentFilter? filter,
        ImmutableArray<ContentOrder> order,
        CancellationToken cancellationToken
    ) => Succeed(await _reader.SelectAsync(items, filter, order, cancellationToken));

    /// <summary>Counts items by their values.</summary>
    /// <exception cref="GraphQLException">The state needs a permission that is lacking, or a path is not for this principal.</exception>
    public async ValueTask<ImmutableArray<ContentGroup>> CountAsync(
        ContentQuery query,
        ImmutableArray<string> paths,
        CancellationToken cancellationToken
    ) => Succeed(await _reader.CountAsync(query, paths, cancellationToken));

    /// <summary>What has become public, or ceased to be.</summary>
    public async ValueTask<ImmutableArray<ContentChange>> ListChangesAsync(
        ImmutableArray<string> contentTypes,
        ChangePosition? after,
        int take,
        CancellationToken cancellationToken
    ) => Succeed(await _reader.ListChangesAsync(contentTypes, after, take, cancellationToken));

    /// <summary>The values of a computed field, one for each item.</summary>
    /// <exception cref="GraphQLException">It cannot be computed for this principal.</exception>
    public async ValueTask<ImmutableArray<object?>> ComputeAsync(
        ComputedFieldDefinition field,
        IReadOnlyList<ContentItem> items,
        ParameterValues values,
        CancellationToken cancellationToken
    )
    {
        var computed = await WithinAsync(() => _computations.ComputeAsync(field, items, values, cancellationToken));
        KeepUntil(computed.ValidUntil);
        return computed.Values;
    }

    /// <summary>The answer of a named query.</summary>
    /// <exception cref="GraphQLException">It cannot be answered for this principal, or a parameter does not hold.</exception>
    public async ValueTask<QueryAnswer> RunAsync(NamedQueryDefinition query, ParameterValues values, CancellationToken cancellationToken)
    {
        var answer = await WithinAsync(() => _computations.RunAsync(query, values, cancellationToken));
        KeepUntil(answer.ValidUntil);
        return answer;
    }

    /// <summary>The items as parents of fields; those that the schema does not show are left out.</summary>
    /// <param name="items">In their order.</param>
    /// <param name="requestedCulture">The language that they were asked in; null when in none.</param>
    public IReadOnlyList<ItemNode> ToNodes(IEnumerable<ContentItem> items, string? requestedCulture = null) =>
        [.. items.Select(item => FindNode(item, requestedCulture)).OfType<ItemNode>()];

    /// <summary>The item as a parent of fields; null when the schema does not show its type.</summary>
    public ItemNode? FindNode(ContentItem item, string? requestedCulture = null) =>
        Schema.FindShape(item.ContentType) is { } shape ? new(item, shape, requestedCulture) : null;

    private static async ValueTask<T> WithinAsync<T>(Func<ValueTask<Result<T>>> readAsync)
    {
        try
        {
            return Succeed(await readAsync());
        }
        catch (ReadBudgetException tooMuch)
        {
            throw Refusal.Of("MaxReadBytes", tooMuch.Message);
        }
    }

    private static T Succeed<T>(Result<T> result) =>
        result.TryGet(out var value, out var error) ? value : throw Refusal.Of(error.Code, error.Message);

    private void KeepUntil(DateTimeOffset? validUntil)
    {
        if (validUntil < (ValidUntil ?? DateTimeOffset.MaxValue))
        {
            ValidUntil = validUntil;
        }
    }
}
