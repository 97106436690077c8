using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using VoldCms.ContentApi.Filters;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Results;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Rest;

/// <summary>
/// The address of a list: <c>type</c>, <c>sort</c>, <c>first</c>, <c>skip</c>, <c>status</c>, <c>culture</c>, <c>fallback</c>,
/// <c>count</c>; every other parameter is a filter under the name that it has in GraphQL, with a dot where it lies in an object there.
/// </summary>
/// <param name="Query">What is asked, the page included.</param>
internal sealed record ListAddress(ContentQuery Query)
{
    private static readonly ImmutableArray<string> s_own = ["type", "sort", "first", "skip", "status", "culture", "fallback", "count"];

    /// <summary>Reads the address.</summary>
    /// <returns>
    /// What it asks; or <see cref="Invalid"/> with the parameter as path, <see cref="NotFound"/> for a type that is not shown.
    /// </returns>
    public static Result<ListAddress> Read(IQueryCollection parameters, ApiSchema schema)
    {
        if (parameters["type"] is not [{ Length: > 0 } typeName])
        {
            return Fault("type", "is missing; expected one content type");
        }

        if (schema.FindShape(typeName) is not { StandsAlone: true } shape)
        {
            return Fault("type", $"there is no content type '{typeName}' with a list");
        }

        try
        {
            var reader = new Reader(parameters, schema);
            return new ListAddress(reader.Query(shape));
        }
        catch (AddressFaultException fault)
        {
            return Fault(fault.Parameter, fault.Message);
        }
        catch (FilterFaultException fault)
        {
            return Fault(fault.Path, fault.Message);
        }
    }

    private static Invalid Fault(string parameter, string message) => Invalid.Of("content.invalid-query", [new(parameter, message)]);

    private sealed class Reader(IQueryCollection parameters, ApiSchema schema)
    {
        private readonly AddressParameters _own = new(parameters);

        public ContentQuery Query(ItemShape shape)
        {
            var where = new Dictionary<string, object?>(StringComparer.Ordinal);
            foreach (var (name, values) in parameters.Where(parameter => !s_own.Contains(parameter.Key, StringComparer.Ordinal)))
            {
                AddFilter(where, shape.Where, name, name.Split('.'), values);
            }

            var page = _own.Page(schema.Options);
            var query = ContentQuery.For(shape.Type.Name) with
            {
                Filter = new WhereReader(schema.Options.MaxComparisons).Read(shape.Where, where),
                State = State(),
                Skip = page.Skip,
                Take = page.First,
                CountTotal = _own.Flag("count", "true", "false"),
            };
            query = WhereReader.Order(query, shape.Order, Order(shape.Order));
            if (_own.FindGiven("culture") is not { } culture || !shape.Type.IsLocalized)
            {
                return query;
            }

            return AskedCulture.FindFault(culture) is { } fault
                ? throw new AddressFaultException("culture", fault)
                : new AskedCulture(culture, FollowsChain: !_own.Flag("fallback", "none", "chain")).Narrow(
                    query,
                    schema.Configuration.Settings
                );
        }

        private VersionState State() =>
            _own.Find("status")?.ToLowerInvariant() switch
            {
                null or "published" => VersionState.Published,
                "draft" => VersionState.Draft,
                "latest" => VersionState.Latest,
                "all" => VersionState.All,
                _ => throw new AddressFaultException("status", $"is '{_own.Find("status")}'; expected published, draft, latest or all"),
            };

        private static void AddFilter(
            Dictionary<string, object?> where,
            WhereMap map,
            string parameter,
            ReadOnlySpan<string> path,
            StringValues values
        )
        {
            var key = map.Keys.GetValueOrDefault(path[0]);
            var inner = key switch
            {
                WhereKey.Nested nested => nested.Map,
                WhereKey.Linked linked => linked.Map(),
                _ => null,
            };
            if (path.Length > 1 && inner is not null)
            {
                if (where.GetValueOrDefault(path[0]) is not Dictionary<string, object?> below)
                {
                    where[path[0]] = below = new(StringComparer.Ordinal);
                }

                AddFilter(below, inner, parameter, path[1..], values);
            }
            else if (path.Length == 1 && key is WhereKey.Compare or WhereKey.Exists && map.Input.FindField(path[0]) is { } input)
            {
                where[path[0]] = Value(parameter, input.Type, values);
            }
            else
            {
                throw new AddressFaultException(parameter, "is no filter of the type");
            }
        }

        private static object? Value(string parameter, GraphQLType type, StringValues values)
        {
            var scalar = (ScalarType)type.UnwrappedType;
            if (type.NullableType is ListType)
            {
                return values.Select(text => Scalar(parameter, scalar, text ?? "")).ToArray();
            }

            return values is [var only]
                ? Scalar(parameter, scalar, only ?? "")
                : throw new AddressFaultException(parameter, "is given more than once");
        }

        private static object? Scalar(string parameter, ScalarType type, string text)
        {
            if (ReferenceEquals(type, ScalarType.Boolean) && bool.TryParse(text, out var flag))
            {
                return flag;
            }

            if (ReferenceEquals(type, ApiScalars.Decimal) && ExactDecimal.TryRead(text, out var number))
            {
                return number;
            }

            // A truth or a number is no text of JSON, so what is left of them is read by neither.
            return type.TryParseValue(JsonSerializer.SerializeToElement(text), out var value)
                ? value
                : throw new AddressFaultException(parameter, $"is '{text}'; expected {type.Expected ?? $"a {type.Name}"}");
        }

        private Dictionary<string, object?> Order(OrderMap map)
        {
            var order = new Dictionary<string, object?>(StringComparer.Ordinal);
            foreach (var key in _own.Find("sort")?.Split(',') ?? [])
            {
                var isDescending = key.StartsWith('-');
                AddOrder(order, map, isDescending ? key[1..].Split('.') : key.Split('.'), isDescending);
            }

            return order;
        }

        private static void AddOrder(Dictionary<string, object?> order, OrderMap map, ReadOnlySpan<string> path, bool isDescending)
        {
            var key = map.Keys.GetValueOrDefault(path[0]);
            if (path.Length > 1 && key?.Nested is { } nested)
            {
                if (order.GetValueOrDefault(path[0]) is not Dictionary<string, object?> below)
                {
                    order[path[0]] = below = new(StringComparer.Ordinal);
                }

                AddOrder(below, nested(), path[1..], isDescending);
            }
            else if (path.Length == 1 && key is { Nested: null })
            {
                order[path[0]] = isDescending;
            }
            else
            {
                throw new AddressFaultException("sort", $"there is no order '{string.Join('.', path!)}'");
            }
        }
    }
}
