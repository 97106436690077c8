using System.Globalization;

namespace VoldCms.ContentManagement.Kinds;

/// <summary>What kind of value stands at a path.</summary>
public enum ContentValueKind
{
    /// <summary>A <see cref="string"/>.</summary>
    Text,

    /// <summary>A <see cref="decimal"/>.</summary>
    Number,

    /// <summary>A <see cref="bool"/>.</summary>
    Boolean,

    /// <summary>A point in time, UTC. Dates are their midnight.</summary>
    DateTime,

    /// <summary>A time of day or a length of time.</summary>
    Time,
}

/// <summary>One value to compare with: text, number, boolean, point in time or time of day. Immutable.</summary>
public readonly record struct ContentValue
{
    private readonly object _value;

    private ContentValue(ContentValueKind kind, object value)
    {
        Kind = kind;
        _value = value;
    }

    /// <summary>Which of the kinds it is.</summary>
    public ContentValueKind Kind { get; }

    /// <summary>A text, as it is.</summary>
    public static ContentValue Of(string text) => new(ContentValueKind.Text, text);

    /// <summary>A number.</summary>
    public static ContentValue Of(decimal number) => new(ContentValueKind.Number, number);

    /// <summary>True or false.</summary>
    public static ContentValue Of(bool boolean) => new(ContentValueKind.Boolean, boolean);

    /// <summary>An instant, kept in UTC.</summary>
    public static ContentValue Of(DateTimeOffset instant) => new(ContentValueKind.DateTime, instant.ToUniversalTime());

    /// <summary>A time of day.</summary>
    public static ContentValue Of(TimeSpan time) => new(ContentValueKind.Time, time);

    /// <exception cref="InvalidCastException">The value is of another <see cref="Kind"/>.</exception>
    public string AsText() => (string)_value;

    /// <inheritdoc cref="AsText"/>
    public decimal AsNumber() => (decimal)_value;

    /// <inheritdoc cref="AsText"/>
    public bool AsBoolean() => (bool)_value;

    /// <inheritdoc cref="AsText"/>
    public DateTimeOffset AsDateTime() => (DateTimeOffset)_value;

    /// <inheritdoc cref="AsText"/>
    public TimeSpan AsTime() => (TimeSpan)_value;

    /// <inheritdoc/>
    public override string ToString() => Convert.ToString(_value, CultureInfo.InvariantCulture) ?? "";
}
