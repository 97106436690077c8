using System.Collections.Immutable;
using VoldCms.ContentApi.Schema;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Filters;

/// <summary>
/// Filter and order of items of any type, for lists that may hold several: pickers, bags, terms. The envelope's keys, and the
/// name of each type as a key for what only that type has. One instance a schema.
/// </summary>
internal sealed class AnyItemInputs
{
    private const string WhereType = "ContentItemWhereInput";
    private const string OrderType = "ContentItemOrderByInput";

    private readonly Lazy<InputEntries<WhereKey>> _where;
    private readonly Lazy<InputEntries<OrderByKey>> _order;

    /// <param name="shapes">Every type that the schema shows; complete when the schema is made.</param>
    public AnyItemInputs(IReadOnlyList<ItemShape> shapes)
    {
        _where = new(() => Filters(shapes));
        _order = new(() => Orders(shapes));
        WhereInput = new InputObjectType(WhereType, () => _where.Value.Inputs)
        {
            Description = "Filters for items of any type. The name of a type asks for items of that type of which its filters hold.",
        };
        OrderInput = new InputObjectType(OrderType, () => _order.Value.Inputs)
        {
            Description = "Keys count in the order they are written; the name of a type orders by what only that type has.",
        };
    }

    /// <summary>The names of the types that are made here.</summary>
    public static ImmutableArray<string> TypeNames { get; } = [WhereType, OrderType];

    public InputObjectType WhereInput { get; }

    public InputObjectType OrderInput { get; }

    public WhereMap Where => new(WhereInput, _where.Value.Keys);

    public OrderMap Order => new(OrderInput, _order.Value.Keys);

    /// <summary>The arguments of lists that hold what their parent names.</summary>
    public IEnumerable<InputValueDefinition> Arguments =>
        [
            new("where", WhereInput) { Description = "What must hold of them." },
            new("orderBy", OrderInput) { Description = "As the editor has ordered them when not given." },
        ];

    private InputEntries<WhereKey> Filters(IReadOnlyList<ItemShape> shapes)
    {
        var entries = new InputEntries<WhereKey>();
        entries.AddAll(EnvelopeInputs.Filters);
        foreach (
            var (suffix, isNegated, isList) in new[]
            {
                ("", false, false),
                ("_not", true, false),
                ("_in", false, true),
                ("_not_in", true, true),
            }
        )
        {
            entries.Add(
                new($"contentType{suffix}", isList ? ScalarType.String.List() : ScalarType.String)
                {
                    Description = InputTexts.Of("contentType", suffix),
                },
                new WhereKey.TypeName(isNegated)
            );
        }

        entries.AddAll(
            shapes.Select(shape =>
                (
                    new InputValueDefinition(ApiNames.Camel(shape.Type.Name), shape.Where.Input)
                    {
                        Description = $"It is a {shape.Type.Name}, and this holds of it.",
                    },
                    (WhereKey)new WhereKey.OfType(shape)
                )
            )
        );
        EnvelopeInputs.AddJunctions(entries, WhereInput);
        return entries;
    }

    private static InputEntries<OrderByKey> Orders(IReadOnlyList<ItemShape> shapes)
    {
        var entries = new InputEntries<OrderByKey>();
        entries.AddAll(EnvelopeInputs.Orders);
        entries.AddAll(
            shapes.Select(shape =>
                (
                    new InputValueDefinition(ApiNames.Camel(shape.Type.Name), shape.Order.Input)
                    {
                        Description = $"By what only a {shape.Type.Name} has.",
                    },
                    new OrderByKey(null, () => shape.Order)
                )
            )
        );
        return entries;
    }
}
