using VoldCms.Web.Starting;

return await Start.RunAsync(args);
