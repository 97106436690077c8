namespace VoldCms.GraphQL.Types;

/// <summary>A value of an enum.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-The-__EnumValue-Type"/>
public sealed class EnumValueDefinition(string name)
{
    private readonly object? _value;

    /// <summary>What documents write.</summary>
    public string Name { get; } = name;

    /// <summary>What the value is to resolvers, as argument and as result; its name unless set.</summary>
    public object Value
    {
        get => _value ?? Name;
        init => _value = value;
    }

    /// <summary>What it is for, in Markdown; null when nothing is said.</summary>
    public string? Description { get; init; }

    /// <summary>Why it should no longer be used; null when it should.</summary>
    public string? DeprecationReason { get; init; }
}
