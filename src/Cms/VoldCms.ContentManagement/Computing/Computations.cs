using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Results;

namespace VoldCms.ContentManagement.Computing;

/// <summary>All that the modules can compute. Singleton, immutable.</summary>
public sealed class ComputationCatalog
{
    /// <exception cref="ArgumentException">Two of the modules' definitions have one name.</exception>
    public ComputationCatalog(IEnumerable<ComputedFieldDefinition> fields, IEnumerable<NamedQueryDefinition> queries)
    {
        Fields = [.. fields];
        Queries = [.. queries];
        var names = Fields
            .SelectMany(field => field.Targets.Select(target => $"{target}.{field.Name}"))
            .Concat(Queries.Select(query => query.Name));
        if (names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"'{twice.Key}' is defined twice.", nameof(fields));
        }
    }

    /// <summary>Every computed field, in the order of the modules.</summary>
    public ImmutableArray<ComputedFieldDefinition> Fields { get; }

    /// <summary>Every named query, in the order of the modules.</summary>
    public ImmutableArray<NamedQueryDefinition> Queries { get; }

    /// <summary>The fields that items of a type have beside the stored ones.</summary>
    public IEnumerable<ComputedFieldDefinition> FieldsOf(TypeModel type) =>
        Fields.Where(field =>
            field.Targets.Any(target =>
                string.Equals(target, type.Name, StringComparison.OrdinalIgnoreCase) || type.FindPartOfKind(target) is not null
            )
        );

    /// <summary>The queries that make sense where these are the definitions.</summary>
    public IEnumerable<NamedQueryDefinition> QueriesOf(ContentModel model) =>
        Queries.Where(query => query.ContentTypes.All(type => model.FindType(type) is not null));
}

/// <summary>Runs what the catalog names. Scoped.</summary>
public sealed class Computations(IServiceProvider services)
{
    // The implementations are as many as the modules have ideas, and most requests ask for none: each is made when it is first asked.

    /// <summary>Computes a field for all items at once.</summary>
    /// <exception cref="InvalidOperationException">No module has registered the definition.</exception>
    public ValueTask<Result<Computed>> ComputeAsync(
        ComputedFieldDefinition field,
        IReadOnlyList<ContentItem> items,
        ParameterValues values,
        CancellationToken cancellationToken
    ) => services.GetRequiredKeyedService<IComputedField>(field).ComputeAsync(items, values, cancellationToken);

    /// <summary>Answers a query.</summary>
    /// <exception cref="InvalidOperationException">No module has registered the definition.</exception>
    public ValueTask<Result<QueryAnswer>> RunAsync(
        NamedQueryDefinition query,
        ParameterValues values,
        CancellationToken cancellationToken
    ) => services.GetRequiredKeyedService<INamedQuery>(query).RunAsync(values, cancellationToken);
}

/// <summary>How modules bring computations.</summary>
public static class ComputationServices
{
    /// <summary>Brings a computed field. One implementation may stand for several definitions.</summary>
    public static IServiceCollection AddComputedField<TField>(this IServiceCollection services, ComputedFieldDefinition definition)
        where TField : class, IComputedField => services.AddSingleton(definition).AddKeyedScoped<IComputedField, TField>(definition);

    /// <summary>Brings a named query.</summary>
    public static IServiceCollection AddNamedQuery<TQuery>(this IServiceCollection services, NamedQueryDefinition definition)
        where TQuery : class, INamedQuery => services.AddSingleton(definition).AddKeyedScoped<INamedQuery, TQuery>(definition);
}
