/**
 * MATLAB. A quote opens a string wherever another one follows on the line, also
 * where the language has a transposed matrix.
 */

import { POP, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const WORDS = words('n', {
  k: `
    arguments break case catch classdef continue else elseif end for function global if import
    methods otherwise parfor persistent properties return spmd switch try while`,
  nb: `
    Execute Inf MException NaN Remove Setting abs accumarray acos acosd acosh acot acsc add
    addOptional addParamValue addRequired addlistener addnode addpath adjacency airy align alim
    all allchild alpha amd ancestor and angle annotation ans any append area arrayfun ascii asec
    asin asind asinh assert assignin atan atan2 atan2d atand atanh audioplayer audioread
    audiowrite autumn axes axis balance bandwidth bar bar3 barh base2dec beep bench beta betainc
    betaln between bin2dec binary bitand bitcmp bitget bitor bitset bitshift bitxor blanks
    blkdiag bone boundary boundingbox bounds box brighten brush bsxfun build builtin calendar
    camlight camlookat campos cancel cancelled cart2pol cart2sph cast cat categorical categories
    caxis cd ceil cell cell2mat cell2struct celldisp cellfun cellplot cellstr centrality
    centroid char checkin checkout chol choose circshift circumcenter circumcenters cla clabel
    class clc clear clearvars clf clipboard clock clone close cmopts collapse colon colorbar
    colordef colormap colperm combine comet compan compass complete complex compose computer
    cond condeig condensation coneplot conj contains contour contour3 contourc contourf
    contourslice contrast conv conv2 convert convhull cool copper copy copyfile copyobj corrcoef
    cos cosd cosh cot coth count cov cputime cross csc csch csvread csvwrite cummax cummin
    cumprod cumsum cumtrapz curl cylinder daspect datastore date datenum datestr datetick
    datetime datevec day days dbclear dbcont dbstatus dbstop dbtype deal deblank dec2base
    dec2bin dec2hex decomposition deconv deg2rad degree del2 delaunay delete demo det details
    detrend deval diag diagnose dialog diary diff diffuse digraph dir discretize disp display
    dissect distances dither divergence dlmread dlmwrite doc docsearch done dos dot double drag
    dragrect drawnow duration echo edges edit eig eigs ellipj ellipke ellipsoid empty
    enumeration eomday eps eq erase erf erfc erfcx erfinv error errorbar errordlg etime etree
    eval evalc evalin events exist exit exp expand expint expm expm1 export eye ezplot factor
    factorial false fclose feather feof ferror feval fft fft2 fftn fftshift fftw fgetl fgets
    fieldnames figure fileattrib fileparts fileread filesep fill fill3 filter filter2 find
    findall findfigs findnode findobj findstr finish fix flag flintmax flip fliplr flipud floor
    flow fminbnd fminsearch fopen format fplot fprintf frame2im fread freqspace frewind fscanf
    fseek ftell ftp full fullfile func2str functions funm fwrite fzero gallery gamma gammainc
    gammaln gather gca gcbf gcbo gcd gcf gco ge genpath genvarname get getData getappdata getenv
    getfield getframe getpixelposition getpref ginput gmres gobjects gplot grabcode gradient
    graph gray graymon grid griddata griddedInterpolant groot gsvd gt gtext guidata guide
    guihandles gunzip gzip hadamard handle hankel hdfinfo head heatmap height help helpdesk
    helpdlg hess hex2dec hex2num hggroup hgload hgsave hgtransform hidden highlight hilb hist
    histc histcounts histogram hms hold holes home horzcat hot hour hours hover hsv hsv2rgb
    hypot idivide ifft ifft2 ifftshift ilu im2double im2frame im2java imag image imagesc imfinfo
    imformats importdata imread imresize imshow imwrite incidence ind2rgb ind2sub indegree info
    initialize inline inmem inpolygon input inputParser inputdlg inputname inspect int16 int2str
    int32 int64 int8 integral interp1 interp2 interp3 interpft interpn intersect inv invhilb
    invoke ipermute iqr isa isappdata iscell iscellstr ischange ischar iscolumn isdiag isdir
    isdst isempty isequal isequaln isfield isfile isfinite isfloat isfolder ishandle ishold
    isinf isinteger isjava iskeyword isletter islogical ismac ismatrix ismember ismethod
    ismissing isnan isnumeric isobject isocaps isomorphism isonormals isosurface ispc ispref
    isprime isprop isreal isrow isscalar issorted isspace issparse isstr isstring isstrprop
    isstruct isstudent istable isunix isvalid isvarname isvector javaMethod javaObject
    javaaddpath javachk javaclasspath jet join jsondecode jsonencode keyboard keys kron lag
    laplacian lasterr lasterror lastwarn layout lcm ldivide ldl le legend legendre length
    license light lightangle lighting lin2mu line lines linkaxes linkprop linsolve linspace
    listdlg listener listfonts load loadlibrary log log10 log1p log2 logical loglog logm
    logspace lookfor lower ls lscov lsqnonneg lsqr lt lu magic makehgtform mapreduce mat2cell
    mat2str matchpairs material matlab matlabroot max mean median memmapfile memoize memory menu
    mesh meshc meshgrid meshz metaclass methodsview mex mexext mfilename mget milliseconds min
    minres minus minute minutes mislocked missing mkdir mkpp mldivide mlint mlock mod mode month
    more move movefile movegui movie mpower mput mrdivide msgbox mtimes mu2lin munlock
    namelengthmax nargchk nargin narginchk nargout nargoutchk native2unicode nchoosek ndgrid
    ndims ne nearest neighbors newline newplot nextfile nextpow2 nnz nonzeros norm normalize
    normest not notebook notify now nthroot null num2cell num2hex num2str numel nzmax ode113
    ode15s ode23 ode45 odeget odeset onCleanup ones open openfig opengl openvar optimget
    optimset or ordeig orderfields ordqz orient orth outdegree overlaps pack pad pagesetupdlg
    pan pareto parse partition parula pascal patch path path2rc pathsep pathtool pause pbaspect
    pcg pchip pcode pcolor peaks perimeter perl perms permute pi pie pie3 pink pinv planerot
    play plot plot3 plotyy plus pol2cart polar poly polyder polyeig polyfit polyint polyval
    polyvalm pow2 power ppval predecessors prefdir preferences press preview primes print
    printdlg printopt prism prod profile progress psi publish pwd qmr qr qrdelete quad quadgk
    quadl quarter questdlg quit quiver quiver3 qz rad2deg rand randi randn randperm rank rat
    rats rcond rdivide read readall real reallog realmax realmin realpow realsqrt record
    rectangle rectint recycle reducepatch refresh regexp regexpi regexprep regexptranslate
    regions registerevent rehash release reload rem remove removevars rename repeat replace
    repmat resample rescale reset reshape residue resolve restartable result resume rethrow
    reusable reverse rgb2gray rgb2hsv rgb2ind ribbon rlim rmappdata rmdir rmfield rmpath rng
    roots rose rosser rot90 rotate rotate3d round rref rsf2csf run runtests save saveas savefig
    savepath scale scatter scatter3 schur scroll sec secd sech second seconds seek
    selectmoveresize semilogx semilogy send sendmail serial set setappdata setdiff setenv
    setfield setpref setstr settings setup setxor shading sheetnames shg shiftdim shortestpath
    show shrinkfaces shuffle sign simplify sin sind single sinh size slice smooth3 snapnow sort
    sortrows sound soundsc spalloc sparse spaugment spconvert spdiags specular speye spfun
    sph2cart sphere spinmap spline split splitlines spones spparms sprand sprandn spring sprintf
    spy sqrt sqrtm squeeze ss2tf sscanf stack stairs start startup stats std stem stem3 step
    stop str2double str2func str2mat str2num strcat strcmp strcmpi stream2 stream3 streamline
    streamtube strfind string strings strip strjoin strjust strmatch strncmp strncmpi strread
    strrep strsplit strtok strtrim struct struct2cell structfun strvcat sub2ind subgraph subplot
    subsasgn subset subsindex subspace subsref substruct subtract subvolume successors sum
    summary summer superclasses support supports surf surf2patch surface surfc surfl surfnorm
    svd svds swapbytes symamd symbfact symmlq symrcm synchronize syntax system table table2array
    tail tall tan tand tanh tar tcpclient teardown tempdir tempname testsuite tetramesh texlabel
    text textread textscan textwrap then throw tic time timeit timer times timeseries timetable
    timezones title toc todatenum toeplitz trace transform translate transpose trapz treelayout
    treeplot triangulation tril trimesh triplequad triplot trisurf triu true tscollection type
    typecast uicontextmenu uicontrol uigetdir uigetfile uigetpref uiimport uimenu uint16 uint32
    uint64 uint8 uiopen uipanel uipushtool uiputfile uiresume uisave uisetcolor uisetfont
    uistack uitable uitoggletool uitoolbar uiwait undocheckout unicode2native union unique unix
    unloadlibrary unmesh unmkpp unstack untar unwrap unzip upper urlread urlwrite usejava
    userpath validate validateattributes validatestring values vander var varargin varargout
    vectorize ver verLessThan verctrl verifyEqual verifyError verifyTrue version vertcat view
    volume volumebounds voronoi wait waitbar waitfor waitforbuttonpress warndlg warning
    waterfall web webread websave week weekday what whatsnew when which whitebg who whos width
    wilkinson winopen winter wordcloud write xlabel xlim xlsread xlswrite xmlread xmlwrite xor
    xslt xticks year years ylabel ylim ymd yticklabels yticks yyyymmdd zeros zip zlabel zlim
    zoom`,
})

const matlab: Language = language({
  states: {
    root: [
      [/[ \t\n\r\f\v]+/, ''],
      [/(\.\.\.)(.*)/, ['k', 'c']],
      [/%.*/, 'c1'],
      [/[A-Za-z_]\w*/, WORDS],
      [/\d+\.\d*(?:[eE][-+]?\d+)?|\d+[eE][-+]?\d+/, 'mf'],
      [/\d+/, 'mi'],
      [/\.[*^]|&&|\|\||[~=<>]=|\+[+=]|-[-=]|[-+*^=<>~@&|.]/, 'o'],
      [/'(?=[^'\n]*')/, 's1', 'string'],
      [/'/, 'o'],
      [/"[^"\n]*"/, 's2'],
      [/[()[\]{},;:\\/]/, 'p'],
    ],
    string: [
      [/''/, 'se'],
      [/'/, 's1', POP],
      [/[^'\n]+/, 's1'],
      [/(?=\n)/, '', POP],
    ],
  },
})

export default matlab
