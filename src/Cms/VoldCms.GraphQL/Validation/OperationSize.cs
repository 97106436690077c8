using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation;

/// <summary>
/// How large an operation is with every fragment counted wherever it is spread: what it would take to plan and to run it. Numbers beyond
/// <see cref="Ceiling"/> are all the same, so that fragments that multiply cannot overflow them.
/// </summary>
internal readonly record struct OperationSize(int Depth, int Fields, int Aliases)
{
    /// <summary>Larger than any limit that can be set, except none.</summary>
    public const int Ceiling = int.MaxValue - 1;

    /// <summary>Both beside each other.</summary>
    public OperationSize And(OperationSize other) =>
        new(Math.Max(Depth, other.Depth), Add(Fields, other.Fields), Add(Aliases, other.Aliases));

    /// <summary>A field with this below it.</summary>
    public OperationSize Below(FieldNode field) =>
        new(Add(Depth, 1), Add(Fields, 1), field.ResponseName == field.Name.Value ? Aliases : Add(Aliases, 1));

    private static int Add(int one, int other) => (int)Math.Min(Ceiling, (long)one + other);
}
