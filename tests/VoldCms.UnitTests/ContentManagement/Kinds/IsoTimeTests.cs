using System.Globalization;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using Xunit;

namespace VoldCms.UnitTests.ContentManagement.Kinds;

/// <summary>What is a day, a point in time, a time of day; and what only looks like one.</summary>
public sealed class IsoTimeTests
{
    [Theory]
    [
        InlineData("2026-03-01T08:00:00Z", "2026-03-01T08:00:00Z"),
        InlineData("2026-03-01T08:00:00", "2026-03-01T08:00:00Z"),
        InlineData("2026-03-01", "2026-03-01T00:00:00Z"),
        InlineData("2026-03-01T08:00", "2026-03-01T08:00:00Z")
    ]
    [
        InlineData("2026-03-01T08:00:00+02:00", "2026-03-01T06:00:00Z"),
        InlineData("2026-03-01T00:30+01:00", "2026-02-28T23:30:00Z"),
        InlineData("2026-03-01t08:00:00z", "2026-03-01T08:00:00Z"),
        InlineData("2026-03-01T08:00:00-00:00", "2026-03-01T08:00:00Z")
    ]
    [
        InlineData("2026-03-01T08:00:00.5Z", "2026-03-01T08:00:00.5Z"),
        InlineData("2026-03-01T08:00:00.1234567Z", "2026-03-01T08:00:00.1234567Z"),
        InlineData("2026-03-01T08:00:00.123456789Z", "2026-03-01T08:00:00.1234567Z")
    ]
    [
        InlineData("2028-02-29", "2028-02-29T00:00:00Z"),
        InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
        InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z"),
        InlineData("2026-03-01T12:00:00+23:59", "2026-02-28T12:01:00Z")
    ]
    public void A_point_in_time_is_what_it_says(string text, string stored)
    {
        Assert.True(IsoTime.TryReadInstant(text, out var instant));
        Assert.Equal(stored, ContentItemJson.WriteInstant(instant));
    }

    public static TheoryData<string> NoInstants() =>
        [
            "02/03/2026",
            "3/2/2026",
            "2/3",
            "10:00",
            "10",
            "Nov 2026",
            "1 March 2026",
            "March 1, 2026",
            "2026",
            "2026-03",
            "2026-3-1",
            "26-03-01",
            "20260301",
            "20260301T080000Z",
            "2026-W09",
            "2026-W09-7",
            "2026-060",
            "--03-01",
            "2026-02-30",
            "2026-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-04-00",
            "2026-04-31",
            "0000-01-01",
            "10000-01-01",
            "+2026-03-01",
            "-2026-03-01",
            "2026-03-01T",
            "2026-03-01T8:00",
            "2026-03-01T08",
            "2026-03-01T24:00",
            "2026-03-01T24:00:00Z",
            "2026-03-01T08:60",
            "2026-03-01T08:00:60Z",
            "2026-03-01T08:00:00.",
            "2026-03-01T08:00:00,5Z",
            "2026-03-01 08:00:00",
            "2026-03-01T08:00:00 Z",
            "2026-03-01T08:00:00+1",
            "2026-03-01T08:00:00+01",
            "2026-03-01T08:00:00+0100",
            "2026-03-01T08:00:00+24:00",
            "2026-03-01T08:00:00+01:60",
            "2026-03-01T08:00:00 GMT",
            "2026-03-01Z",
            "9999-12-31T23:59:59-01:00",
            "Sun, 01 Mar 2026 08:00:00 GMT",
            "2026-03-01T08:00:00[Europe/Oslo]",
            " 2026-03-01",
            "2026-03-01 ",
            "2026-03-01\n",
            "٢٠٢٦-٠٣-٠١",
            "2026–03–01",
            "2026/03/01",
            "2026.03.01",
            "today",
            "now",
            "1772352000",
            "1.5",
            "",
            "null",
        ];

    [Theory, MemberData(nameof(NoInstants))]
    public void What_means_one_thing_here_and_another_elsewhere_is_none(string text)
    {
        // An empty text is no value where it is stored, but no point in time.
        Assert.False(IsoTime.TryReadInstant(text, out _));
        Assert.False(IsoTime.TryReadDay(text, out _));
        foreach (var culture in (string[])["", "nb-NO", "en-US", "ar-SA", "th-TH"])
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(text.Length == 0, new StoredProperty("Value", StoredKind.Date).TryNormalize(text, out _));
            Assert.Equal(text.Length == 0, new StoredProperty("Value", StoredKind.DateTime).TryNormalize(text, out _));
        }
    }

    [Theory]
    [
        InlineData("2026-03-01", "2026-03-01T00:00:00Z"),
        InlineData("2026-03-01T00:00:00Z", "2026-03-01T00:00:00Z"),
        InlineData("2026-03-01T00:00:00+02:00", "2026-03-01T00:00:00Z"),
        InlineData("2026-03-01T00:00:00-08:00", "2026-03-01T00:00:00Z")
    ]
    [InlineData("2026-03-01T10:00:00Z", "2026-03-01T10:00:00Z"), InlineData("2026-03-01T10:00:00+02:00", "2026-03-01T00:00:00Z")]
    [InlineData("2026-03-02T00:30:00+02:00", "2026-03-02T00:00:00Z"), InlineData("2026-03-02T23:30:00-05:00", "2026-03-02T00:00:00Z")]
    public void With_an_offset_it_is_the_day_that_is_written(string text, string stored)
    {
        Assert.True(new StoredProperty("Value", StoredKind.Date).TryNormalize(text, out var normal));
        Assert.Equal(stored, normal!.GetValue<string>());
    }

    [Theory]
    [
        InlineData("08:30", "08:30:00"),
        InlineData("08:30:00", "08:30:00"),
        InlineData("23:59:59.9999999", "23:59:59.9999999"),
        InlineData("00:00", "00:00:00"),
        InlineData("1.02:00:00", "1.02:00:00"),
        InlineData("-00:30:00", "-00:30:00"),
        InlineData("", null)
    ]
    public void A_time_is_stored_as_orchard_core_stores_it(string text, string? stored)
    {
        Assert.True(new StoredProperty("Value", StoredKind.Time).TryNormalize(text, out var normal));
        Assert.Equal(stored, normal?.GetValue<string>());
    }

    [Theory]
    [
        InlineData("10"),
        InlineData("24:00"),
        InlineData("24:00:00"),
        InlineData("25:00"),
        InlineData("8:30"),
        InlineData("08:60"),
        InlineData("08:30:60"),
        InlineData("08.30"),
        InlineData("8.30 pm"),
        InlineData("T08:30"),
        InlineData("08:30Z"),
        InlineData("PT8H")
    ]
    [
        InlineData("1:2:3:4"),
        InlineData("08:30 "),
        InlineData("0830"),
        InlineData("2026-03-01T08:30:00Z"),
        InlineData("99999999999.00:00:00"),
        InlineData("08:30:00.12345678")
    ]
    public void What_is_no_time_is_none(string text) =>
        Assert.False(new StoredProperty("Value", StoredKind.Time).TryNormalize(text, out _));
}
