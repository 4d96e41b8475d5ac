@echo off
rem Starts Interleave from the directory that this file's bin stands in. Written without a Windows machine to try it on.
setlocal
set "home=%~dp0.."
set "java="
set /p built_with=<"%home%\lib\built-with"
if defined INTERLEAVE_JAVA_HOME set "java=%INTERLEAVE_JAVA_HOME%\bin\java.exe"
if not defined java call :try "%JAVA_HOME%"
if not defined java call :try "%built_with%"
if not defined java set "java=java.exe"
"%java%" -XX:+UseSerialGC -XX:NewSize=192m -XX:MetaspaceSize=128m "-XX:AOTCache=%home%\lib\interleave.aot" "-Xlog:aot*=off" "-Xlog:cds*=off" "-Dinterleave.engine.cache=%home%\lib\engine.aot" --enable-native-access=io.interleave,javafx.graphics --module-path "%home%\lib" -m io.interleave/io.interleave.app.Main %*
exit /b %errorlevel%

rem Takes the Java installation %1 if its `release` file says 25 or newer.
:try
if not exist "%~1\release" exit /b
for /f tokens^=2^ delims^=.^" %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do if %%v geq 25 set "java=%~1\bin\java.exe"
exit /b
